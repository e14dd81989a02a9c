module "limitless" {
  source  = "terraform-aws-modules/rds-aurora/aws"
  version = "10.2.0"

  name                     = "limitless"
  engine                   = "aurora-postgresql"
  engine_version           = "16.6-limitless"
  cluster_scalability_type = "limitless"
  storage_type             = "aurora-iopt1"
  master_username          = "root"
  vpc_id                   = "vpc-1"
  db_subnet_group_name     = "limitless"
  create_security_group    = false
  vpc_security_group_ids   = ["sg-1"]

  shard_group = {
    identifier         = "limitless"
    compute_redundancy = 0
    min_acu            = 16
    max_acu            = 32
  }
}

module "before" {
  source  = "terraform-aws-modules/rds-aurora/aws"
  version = "9.16.1"

  name                        = "limitless-before"
  engine                      = "aurora-postgresql"
  cluster_scalability_type    = "limitless"
  vpc_id                      = "vpc-1"
  subnets                     = ["subnet-1", "subnet-2"]
  create_db_subnet_group      = true
  create_shard_group          = true
  compute_redundancy          = 2
  db_shard_group_identifier   = "limitless-before"
  max_acu                     = 32
  manage_master_user_password = false
  master_password             = "change-me"
}

module "distributed" {
  source  = "terraform-aws-modules/rds-aurora/aws//modules/dsql"
  version = "9.16.1"

  deletion_protection_enabled = false
}
