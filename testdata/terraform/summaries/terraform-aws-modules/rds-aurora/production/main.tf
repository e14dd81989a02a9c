data "aws_availability_zones" "available" {}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "database" {
  count = 3

  vpc_id            = aws_vpc.main.id
  cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 8, count.index)
  availability_zone = data.aws_availability_zones.available.names[count.index]
}

resource "aws_security_group" "app" {
  vpc_id = aws_vpc.main.id
}

module "aurora" {
  source  = "terraform-aws-modules/rds-aurora/aws"
  version = "10.2.0"

  name            = "shop"
  engine          = "aurora-postgresql"
  engine_version  = "17.5"
  master_username = "root"

  cluster_instance_class = "db.r8g.large"
  instances = {
    writer = { publicly_accessible = false }
    reader = { availability_zone = data.aws_availability_zones.available.names[1], promotion_tier = 1 }
    reports = {
      identifier     = "shop-reports"
      instance_class = "db.r8g.2xlarge"
      promotion_tier = 15
      tags           = { For = "reports" }
    }
  }

  endpoints = {
    reports = {
      identifier     = "reports"
      type           = "READER"
      static_members = ["shop-reports"]
    }
  }

  vpc_id                 = aws_vpc.main.id
  subnets                = aws_subnet.database[*].id
  create_db_subnet_group = true

  security_group_ingress_rules = {
    app   = { referenced_security_group_id = aws_security_group.app.id }
    vpc   = { cidr_ipv4 = aws_vpc.main.cidr_block }
    peers = { referenced_security_group_id = "self", from_port = 0, to_port = 65535 }
  }
  security_group_egress_rules = {
    all = { cidr_ipv4 = "0.0.0.0/0", ip_protocol = "-1" }
  }

  autoscaling_enabled      = true
  autoscaling_min_capacity = 1
  autoscaling_max_capacity = 5

  cluster_parameter_group = { family = "aurora-postgresql17" }

  backup_retention_period     = 14
  deletion_protection         = true
  cluster_monitoring_interval = 60

  tags = { Environment = "production" }
}

resource "aws_ssm_parameter" "reader" {
  name  = "/shop/reader"
  type  = "String"
  value = module.aurora.cluster_reader_endpoint
}
