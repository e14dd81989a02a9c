variable "packages" {
  type = list(string)
}

resource "aws_security_group" "web" {
  vpc_id = "vpc-1"

  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# A single server, as many begin.
resource "aws_instance" "web" {
  ami                    = "ami-1"
  instance_type          = "t3.small"
  vpc_security_group_ids = [aws_security_group.web.id]
  # want AL404 "module.web.aws_instance.web serves the web and runs MySQL or MariaDB"
  user_data = templatefile("${path.module}/boot.sh.tftpl", { packages = join(" ", var.packages) })
}

data "cloudinit_config" "parts" {
  gzip          = false
  base64_encode = false

  part {
    content_type = "text/cloud-config"
    content      = yamlencode({ packages = ["nginx"] })
  }
  part {
    content_type = "text/x-shellscript"
    content      = "#!/bin/bash\nsystemctl start redis\n"
  }
}

resource "aws_instance" "parts" {
  ami                    = "ami-1"
  instance_type          = "t3.small"
  vpc_security_group_ids = [aws_security_group.web.id]
  user_data              = data.cloudinit_config.parts.rendered # want AL404 "aws_instance.parts serves the web and runs Redis"
}
