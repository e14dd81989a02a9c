resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_security_group" "web" {
  vpc_id = "vpc-1"
}

# A web server with a database of its own: told of elsewhere.
resource "aws_instance" "web" {
  ami                    = "ami-1"
  instance_type          = "t3.small"
  vpc_security_group_ids = [aws_security_group.web.id]
  user_data              = <<-EOT
    #!/bin/bash
    systemctl start mysqld
  EOT
}

resource "aws_lb_target_group_attachment" "web" {
  target_group_arn = aws_lb_target_group.web.arn
  target_id        = aws_instance.web.id
}

# A rule of all ports says nothing, nor one for people.
resource "aws_security_group" "inside" {
  vpc_id = "vpc-1"

  ingress {
    from_port       = 0
    to_port         = 65535
    protocol        = "tcp"
    security_groups = [aws_security_group.web.id]
  }

  ingress {
    from_port   = 5432
    to_port     = 5432
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8"]
  }
}

resource "aws_instance" "worker" {
  ami                    = "ami-1"
  instance_type          = "t3.small"
  vpc_security_group_ids = [aws_security_group.inside.id]
  user_data              = <<-EOT
    #!/bin/bash
    yum install -y postgresql
    psql -h db.example.com -c "SELECT 1"
  EOT
}

# Files and caches are no databases.
resource "aws_instance" "files" {
  ami                    = "ami-1"
  instance_type          = "t3.small"
  vpc_security_group_ids = [aws_security_group.inside.id]
  user_data              = <<-EOT
    #!/bin/bash
    apt-get install -y nfs-kernel-server memcached
    echo "/srv *(rw)" > /etc/exports
  EOT
}
