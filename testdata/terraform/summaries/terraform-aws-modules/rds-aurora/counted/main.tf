variable "replicas" {
  default = 1
}

resource "aws_security_group" "app" {}

module "fifth" {
  source  = "terraform-aws-modules/rds-aurora/aws"
  version = "5.3.0"

  name                    = "fifth"
  engine                  = "aurora-postgresql"
  engine_version          = "11.9"
  instance_type           = "db.r5.large"
  instance_type_replica   = "db.t3.medium"
  vpc_id                  = "vpc-1"
  db_subnet_group_name    = "databases"
  create_security_group   = true
  allowed_cidr_blocks     = ["10.0.0.0/16"]
  replica_count           = 3
  replica_scale_enabled   = true
  replica_scale_min       = 3
  replica_scale_max       = 5
  monitoring_interval     = 60
  iam_role_name           = "fifth"
  create_random_password  = false
  password                = "change-me"
  backup_retention_period = 30
}

module "fourth" {
  source  = "terraform-aws-modules/rds-aurora/aws"
  version = "4.3.0"

  name          = "fourth"
  engine        = "aurora-mysql"
  instance_type = "db.r5.large"
  vpc_id        = "vpc-1"
  subnets       = ["subnet-1", "subnet-2"]
  replica_count = 2
  instances_parameters = [
    { instance_name = "writer", instance_type = "db.r5.xlarge" },
    { publicly_accessible = true },
  ]
  allowed_security_groups = [aws_security_group.app.id]
}

module "third" {
  source  = "terraform-aws-modules/rds-aurora/aws"
  version = "3.13.0"

  name                  = "third"
  engine_mode           = "serverless"
  replica_count         = 0
  instance_type         = ""
  vpc_id                = "vpc-1"
  subnets               = ["subnet-1", "subnet-2"]
  skip_final_snapshot   = true
  scaling_configuration = { auto_pause = true, min_capacity = 2 }
}

module "second" {
  source  = "terraform-aws-modules/rds-aurora/aws"
  version = "2.29.0"

  name                            = "second"
  engine                          = "aurora-postgresql"
  engine_version                  = "11.9"
  instance_type                   = "db.t3.medium"
  vpc_id                          = "vpc-1"
  subnets                         = ["subnet-1", "subnet-2"]
  replica_count                   = var.replicas
  allowed_security_groups         = [aws_security_group.app.id]
  allowed_cidr_blocks             = ["10.20.0.0/20"]
  storage_encrypted               = true
  apply_immediately               = true
  monitoring_interval             = 10
  db_parameter_group_name         = "default"
  db_cluster_parameter_group_name = "default"
  enabled_cloudwatch_logs_exports = ["postgresql"]
  tags                            = { Environment = "dev" }
}

output "endpoint" {
  value = module.second.this_rds_cluster_endpoint
}

module "older" {
  source  = "terraform-aws-modules/rds-aurora/aws"
  version = "2.17.0"

  name                  = "older"
  engine                = "aurora"
  instance_type         = "db.t3.medium"
  vpc_id                = "vpc-1"
  subnets               = ["subnet-1", "subnet-2"]
  replica_scale_enabled = true
  replica_scale_min     = 1
  replica_scale_max     = 5
  allowed_cidr_blocks   = ["10.20.0.0/20"]
}
