provider "aws" {
  region = "eu-west-1"
}

provider "aws" {
  alias  = "secondary"
  region = "us-east-1"
}

resource "aws_rds_global_cluster" "this" {
  global_cluster_identifier = "world"
  engine                    = "aurora-postgresql"
  engine_version            = "14.5"
  database_name             = "world"
}

module "primary" {
  source  = "terraform-aws-modules/rds-aurora/aws"
  version = "8.5.0"

  name                      = "primary"
  database_name             = aws_rds_global_cluster.this.database_name
  engine                    = aws_rds_global_cluster.this.engine
  engine_version            = aws_rds_global_cluster.this.engine_version
  master_username           = "root"
  global_cluster_identifier = aws_rds_global_cluster.this.id
  instance_class            = "db.r6g.large"
  instances                 = { for i in range(2) : i => {} }
  vpc_id                    = "vpc-1"
  db_subnet_group_name      = "primary"

  security_group_rules = {
    app   = { source_security_group_id = "sg-1" }
    world = { cidr_blocks = ["0.0.0.0/0"], ipv6_cidr_blocks = ["::/0"] }
  }

  manage_master_user_password = false
  master_password             = "change-me"
  skip_final_snapshot         = true
}

module "secondary" {
  source    = "terraform-aws-modules/rds-aurora/aws"
  version   = "8.5.0"
  providers = { aws = aws.secondary }

  is_primary_cluster        = false
  name                      = "secondary"
  engine                    = aws_rds_global_cluster.this.engine
  global_cluster_identifier = aws_rds_global_cluster.this.id
  source_region             = "eu-west-1"
  instance_class            = "db.r6g.large"
  instances                 = { one = { availability_zone = "us-east-1a" } }
  vpc_id                    = "vpc-2"
  subnets                   = ["subnet-3"]
  create_db_subnet_group    = true
  create_security_group     = false
}

module "headless" {
  source  = "terraform-aws-modules/rds-aurora/aws"
  version = "7.7.1"

  name                      = "headless"
  engine                    = "aurora-mysql"
  global_cluster_identifier = aws_rds_global_cluster.this.id
  is_primary_cluster        = false
  create_random_password    = false
}

module "monitored" {
  source  = "terraform-aws-modules/rds-aurora/aws"
  version = "9.16.1"

  name                 = "monitored"
  engine               = "aurora-mysql"
  instance_class       = "db.r6g.large"
  instances            = { one = {}, two = { monitoring_interval = 10 } }
  monitoring_interval  = 60
  iam_role_name        = "monitored"
  vpc_id               = "vpc-1"
  db_subnet_group_name = "primary"
}
