module "db" {
  source  = "terraform-aws-modules/rds/aws"
  version = "6.13.1"

  identifier        = "demo"
  engine            = "mysql"
  engine_version    = "8.0"
  instance_class    = "db.t3.micro"
  allocated_storage = 5

  username                    = "demo"
  password                    = "change-me"
  manage_master_user_password = false

  create_db_option_group    = false
  create_db_parameter_group = false
  skip_final_snapshot       = true
}
