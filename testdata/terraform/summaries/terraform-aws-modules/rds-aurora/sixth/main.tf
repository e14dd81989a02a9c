variable "instances" {
  default = {
    1 = { instance_class = "db.r5.large", publicly_accessible = true }
    2 = { identifier = "static-member", instance_class = "db.r5.2xlarge" }
  }
}

module "aurora" {
  source  = "terraform-aws-modules/rds-aurora/aws"
  version = "6.2.0"

  name                   = "wiki"
  engine                 = "aurora-postgresql"
  engine_version         = "11.12"
  instances              = var.instances
  vpc_id                 = "vpc-1"
  db_subnet_group_name   = "wiki"
  create_db_subnet_group = false
  create_security_group  = true
  allowed_cidr_blocks    = ["10.0.0.0/16", "10.1.0.0/16"]
  create_random_password = false
  master_password        = "change-me"
  apply_immediately      = true
  skip_final_snapshot    = true
}

module "own_subnets" {
  source  = "terraform-aws-modules/rds-aurora/aws"
  version = "6.2.0"

  name                    = "own"
  engine                  = "aurora-mysql"
  instance_class          = "db.r5.large"
  instances               = { one = {} }
  vpc_id                  = "vpc-1"
  subnets                 = ["subnet-1", "subnet-2"]
  allowed_security_groups = ["sg-1", "sg-2"]
}

module "none" {
  source  = "terraform-aws-modules/rds-aurora/aws"
  version = "6.2.0"

  name           = "none"
  create_cluster = false
  instances      = { one = {} }
}
