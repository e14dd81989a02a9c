resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_security_group" "web" {
  vpc_id = "vpc-1"
}

resource "aws_instance" "web" {
  ami                    = "ami-1"
  instance_type          = "t3.small"
  vpc_security_group_ids = [aws_security_group.web.id]
}

resource "aws_lb_target_group_attachment" "web" {
  target_group_arn = aws_lb_target_group.web.arn
  target_id        = aws_instance.web.id
}

resource "aws_security_group" "database" {
  vpc_id = "vpc-1"
}

resource "aws_security_group_rule" "database" {
  security_group_id        = aws_security_group.database.id
  type                     = "ingress"
  protocol                 = "tcp"
  from_port                = 5432
  to_port                  = 5432
  source_security_group_id = aws_security_group.web.id
}

resource "aws_instance" "database" { # want AL507 "aws_instance.database runs a database on an instance, since its security group lets other tiers in on a database port"
  ami                    = "ami-1"
  instance_type          = "t3.small"
  vpc_security_group_ids = [aws_security_group.database.id]
}

resource "aws_security_group" "inside" {
  vpc_id = "vpc-1"
}

resource "aws_instance" "started" { # want AL507 "aws_instance.started runs MongoDB on an instance: backups"
  ami                    = "ami-1"
  instance_type          = "t3.small"
  vpc_security_group_ids = [aws_security_group.inside.id]
  user_data              = <<-EOT
    #!/bin/bash
    yum install -y mongodb-org
    systemctl enable mongod
    systemctl start mongod
  EOT
}
