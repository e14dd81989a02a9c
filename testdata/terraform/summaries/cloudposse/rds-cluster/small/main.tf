variable "size" {
  default = 1
}

module "small" {
  source  = "cloudposse/rds-cluster/aws"
  version = "1.11.1"

  name                = "small"
  engine              = "aurora-postgresql"
  cluster_family      = "aurora-postgresql14"
  cluster_size        = var.size
  instance_type       = "db.t3.medium"
  db_port             = 5432
  vpc_id              = "vpc-1"
  subnets             = ["subnet-1", "subnet-2"]
  allowed_cidr_blocks = ["10.0.0.0/8"]
  zone_id             = "Z123"
}

module "multi_az" {
  source  = "cloudposse/rds-cluster/aws"
  version = "1.18.0"

  name                      = "multi-az"
  engine                    = "mysql"
  cluster_family            = "mysql8.0"
  cluster_size              = 0
  db_cluster_instance_class = "db.r6gd.large"
  allocated_storage         = 100
  storage_type              = "io1"
  iops                      = 1000
  vpc_id                    = "vpc-1"
  subnets                   = ["subnet-1", "subnet-2", "subnet-3"]
}

module "serverless" {
  source  = "cloudposse/rds-cluster/aws"
  version = "1.0.0"

  name           = "serverless"
  engine         = "aurora"
  engine_mode    = "serverless"
  cluster_family = "aurora5.6"
  cluster_size   = 0
  vpc_id         = "vpc-1"
  subnets        = ["subnet-1", "subnet-2"]

  scaling_configuration = [{
    auto_pause               = true
    max_capacity             = 16
    min_capacity             = 1
    seconds_until_auto_pause = 300
    timeout_action           = "ForceApplyCapacityChange"
  }]
}

module "none" {
  source  = "cloudposse/rds-cluster/aws"
  version = "2.5.0"

  enabled = false
  vpc_id  = "vpc-1"
  subnets = []
}

module "before" {
  source  = "cloudposse/rds-cluster/aws"
  version = "0.50.2"

  name                = "before"
  engine              = "aurora-postgresql"
  cluster_family      = "aurora-postgresql13"
  instance_type       = "db.t3.medium"
  vpc_id              = "vpc-1"
  subnets             = ["subnet-1", "subnet-2"]
  security_groups     = ["sg-1"]
  skip_final_snapshot = false
  snapshot_identifier = "before"
  autoscaling_enabled = true
}
