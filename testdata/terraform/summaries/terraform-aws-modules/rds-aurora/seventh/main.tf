locals {
  readers = 2
}

resource "aws_security_group" "app" {}

module "aurora" {
  source  = "terraform-aws-modules/rds-aurora/aws"
  version = "7.7.1"

  name           = "catalogue"
  engine         = "aurora-mysql"
  engine_version = "5.7"
  instance_class = "db.r6g.large"
  instances = merge(
    { writer = { publicly_accessible = false } },
    { for i in range(local.readers) : "reader-${i}" => { instance_class = "db.r6g.xlarge", promotion_tier = 15 } },
  )

  endpoints = {
    static = { identifier = "static", type = "READER", static_members = ["catalogue-reader-0"] }
  }

  vpc_id  = "vpc-1"
  subnets = ["subnet-1", "subnet-2", "subnet-3"]

  allowed_security_groups = [aws_security_group.app.id]
  allowed_cidr_blocks     = ["10.0.0.0/8"]
  security_group_egress_rules = {
    to_world = { from_port = 0, to_port = 65535, cidr_blocks = ["0.0.0.0/0"] }
  }

  create_db_cluster_parameter_group = true
  db_cluster_parameter_group_family = "aurora-mysql5.7"
  create_db_parameter_group         = true
  db_parameter_group_family         = "aurora-mysql5.7"

  monitoring_interval = 10
  iam_role_name       = "catalogue-monitoring"

  autoscaling_enabled      = true
  autoscaling_min_capacity = 1
  autoscaling_max_capacity = 5
  predefined_metric_type   = "RDSReaderAverageDatabaseConnections"
}

module "many" {
  source   = "terraform-aws-modules/rds-aurora/aws"
  version  = "7.7.1"
  for_each = toset(["red", "blue"])

  name                   = "tenant-${each.key}"
  engine                 = "aurora-postgresql"
  instance_class         = "db.t4g.medium"
  instances              = { 1 = {} }
  create_db_subnet_group = false
  db_subnet_group_name   = "tenants"
  create_security_group  = false
  port                   = 5433
  restore_to_point_in_time = {
    source_cluster_identifier  = "tenant-template"
    use_latest_restorable_time = true
  }
}

module "earlier" {
  source  = "terraform-aws-modules/rds-aurora/aws"
  version = "7.2.2"

  name           = "earlier"
  engine         = "aurora-mysql"
  instance_class = "db.t4g.medium"
  instances      = { one = {}, two = {} }
  vpc_id         = "vpc-1"
  subnets        = ["subnet-1", "subnet-2"]
}
