# A sound three-tier stack: nothing to report.
terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

provider "aws" {
  region = "eu-west-1"
}

variable "database_password" {
  type      = string
  sensitive = true
}

data "aws_availability_zones" "available" {
  state = "available"
}

locals {
  zones = slice(data.aws_availability_zones.available.names, 0, 2)
}

module "network" {
  source = "./network"
  cidr   = "10.0.0.0/16"
  zones  = local.zones
}

resource "aws_security_group" "load_balancer" {
  name   = "load-balancer"
  vpc_id = module.network.vpc_id
}

resource "aws_vpc_security_group_ingress_rule" "load_balancer" {
  security_group_id = aws_security_group.load_balancer.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

resource "aws_vpc_security_group_egress_rule" "load_balancer" {
  security_group_id            = aws_security_group.load_balancer.id
  referenced_security_group_id = module.app.security_group
  ip_protocol                  = "tcp"
  from_port                    = 80
  to_port                      = 80
}

resource "aws_lb" "web" {
  name               = "web"
  load_balancer_type = "application"
  security_groups    = [aws_security_group.load_balancer.id]
  subnets            = module.network.public_subnets
}

resource "aws_lb_target_group" "web" {
  name     = "web"
  port     = 80
  protocol = "HTTP"
  vpc_id   = module.network.vpc_id

  health_check {
    path = "/health"
  }
}

resource "aws_lb_listener" "web" {
  load_balancer_arn = aws_lb.web.arn
  port              = 443
  protocol          = "HTTPS"
  certificate_arn   = "arn:aws:acm:eu-west-1:123456789012:certificate/1"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.web.arn
  }
}

module "app" {
  source                       = "./app"
  vpc_id                       = module.network.vpc_id
  subnets                      = module.network.private_subnets
  target_group_arn             = aws_lb_target_group.web.arn
  load_balancer_security_group = aws_security_group.load_balancer.id
  uploads                      = aws_efs_file_system.uploads.id
}

resource "aws_security_group" "database" {
  name   = "database"
  vpc_id = module.network.vpc_id
}

resource "aws_vpc_security_group_ingress_rule" "database" {
  security_group_id            = aws_security_group.database.id
  referenced_security_group_id = module.app.security_group
  ip_protocol                  = "tcp"
  from_port                    = 3306
  to_port                      = 3306
}

resource "aws_db_subnet_group" "main" {
  subnet_ids = module.network.database_subnets
}

resource "aws_db_instance" "main" {
  identifier              = "main"
  engine                  = "mysql"
  engine_version          = "8.4"
  instance_class          = "db.m7g.large"
  allocated_storage       = 100
  max_allocated_storage   = 500
  username                = "app"
  password                = var.database_password
  db_subnet_group_name    = aws_db_subnet_group.main.name
  vpc_security_group_ids  = [aws_security_group.database.id]
  multi_az                = true
  backup_retention_period = 14
  deletion_protection     = true
}

resource "aws_db_instance" "reader" {
  identifier              = "reader"
  replicate_source_db     = aws_db_instance.main.identifier
  instance_class          = "db.m7g.large"
  vpc_security_group_ids  = [aws_security_group.database.id]
  backup_retention_period = 1
  skip_final_snapshot     = true
}

resource "aws_security_group" "uploads" {
  name   = "uploads"
  vpc_id = module.network.vpc_id

  ingress {
    from_port       = 2049
    to_port         = 2049
    protocol        = "tcp"
    security_groups = [module.app.security_group]
  }
}

resource "aws_efs_file_system" "uploads" {
  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_efs_backup_policy" "uploads" {
  file_system_id = aws_efs_file_system.uploads.id

  backup_policy {
    status = "ENABLED"
  }
}

resource "aws_efs_mount_target" "uploads" {
  count           = length(local.zones)
  file_system_id  = aws_efs_file_system.uploads.id
  subnet_id       = module.network.private_subnets[count.index]
  security_groups = [aws_security_group.uploads.id]
}
