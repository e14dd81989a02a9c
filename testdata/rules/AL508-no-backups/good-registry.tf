module "db" {
  source  = "terraform-aws-modules/rds/aws"
  version = "6.13.1"

  identifier        = "shop"
  engine            = "mysql"
  engine_version    = "8.0"
  instance_class    = "db.t4g.medium"
  allocated_storage = 20
  username          = "shop"
  multi_az          = true

  backup_retention_period = 7
}

module "shop" {
  source  = "terraform-aws-modules/rds-aurora/aws"
  version = "9.16.1"

  name                 = "shop"
  engine               = "aurora-mysql"
  instance_class       = "db.r6g.large"
  vpc_id               = "vpc-1"
  db_subnet_group_name = "shop"
}
