module "db" { # want AL512 "its maximum is 0 \(by default of max_allocated_storage of terraform-aws-modules/rds/aws\)"
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
  storage_type            = "gp3"
}
