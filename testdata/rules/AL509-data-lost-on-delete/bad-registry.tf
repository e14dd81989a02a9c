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
  skip_final_snapshot     = true # want AL509 "skip_final_snapshot is true"
}
