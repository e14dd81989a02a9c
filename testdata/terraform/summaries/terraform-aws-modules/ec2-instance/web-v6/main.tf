resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "public" {
  vpc_id                  = aws_vpc.main.id
  availability_zone       = "eu-west-1a"
  map_public_ip_on_launch = true
}

resource "aws_security_group" "ssh" {
  vpc_id = aws_vpc.main.id
}

module "web" {
  source  = "terraform-aws-modules/ec2-instance/aws"
  version = "6.4.0"

  instance_initiated_shutdown_behavior = "terminate"

  name                        = "web"
  ami                         = data.aws_ami.linux.id
  ignore_ami_changes          = true
  instance_type               = "t3.small"
  subnet_id                   = aws_subnet.public.id
  availability_zone           = aws_subnet.public.availability_zone
  associate_public_ip_address = true
  vpc_security_group_ids      = [aws_security_group.ssh.id]
  create_eip                  = true
  user_data                   = <<-EOT
    #!/bin/sh
    dnf install -y nginx
    systemctl enable --now nginx
  EOT

  security_group_vpc_id = aws_vpc.main.id
  security_group_ingress_rules = {
    http = {
      from_port   = 80
      ip_protocol = "tcp"
      cidr_ipv4   = "0.0.0.0/0"
    }
    own = {
      from_port                    = 8000
      to_port                      = 8080
      referenced_security_group_id = aws_security_group.ssh.id
      description                  = "from the bastion"
    }
  }

  create_iam_instance_profile = true
  iam_role_policies = {
    ssm = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
  }

  root_block_device = {
    encrypted = true
    type      = "gp3"
    size      = 50
  }
  instance_tags = { Role = "web" }
}

data "aws_ami" "linux" {
  owners = ["amazon"]
}

resource "aws_route53_record" "web" {
  name    = "www"
  type    = "A"
  ttl     = 300
  records = [module.web.public_ip]
}

resource "aws_lb_target_group_attachment" "web" {
  target_group_arn = "arn:x"
  target_id        = module.web.id
}
