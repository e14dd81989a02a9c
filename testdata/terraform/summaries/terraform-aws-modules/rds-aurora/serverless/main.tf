variable "public" {
  default = true
}

module "v2" {
  source  = "terraform-aws-modules/rds-aurora/aws"
  version = "10.2.0"

  name              = "serverless"
  engine            = "aurora-mysql"
  engine_mode       = "provisioned"
  storage_encrypted = true
  master_username   = "root"

  vpc_id               = "vpc-1"
  db_subnet_group_name = "databases"

  cluster_use_name_prefix         = true
  cluster_monitoring_interval     = 0
  create_monitoring_role          = true
  apply_immediately               = true
  skip_final_snapshot             = true
  instances_use_identifier_prefix = true

  serverlessv2_scaling_configuration = {
    min_capacity = 2
    max_capacity = 10
  }

  cluster_instance_class = "db.serverless"
  instances = {
    one = {}
    two = { publicly_accessible = var.public }
  }
}

module "v1" {
  source  = "terraform-aws-modules/rds-aurora/aws"
  version = "8.5.0"

  name        = "serverless-v1"
  engine      = "aurora-postgresql"
  engine_mode = "serverless"

  vpc_id                 = "vpc-1"
  subnets                = ["subnet-1", "subnet-2"]
  create_db_subnet_group = true

  instances           = { ignored = {} }
  autoscaling_enabled = true

  scaling_configuration = {
    auto_pause   = true
    min_capacity = 2
    max_capacity = 16
  }
}
