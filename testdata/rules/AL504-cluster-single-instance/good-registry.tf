module "shop" {
  source  = "terraform-aws-modules/rds-aurora/aws"
  version = "9.16.1"

  name                 = "shop"
  engine               = "aurora-mysql"
  instance_class       = "db.r6g.large"
  vpc_id               = "vpc-1"
  db_subnet_group_name = "shop"

  instances = {
    one = {}
    two = {}
  }
}

module "scaled" {
  source  = "terraform-aws-modules/rds-aurora/aws"
  version = "9.16.1"

  name                 = "scaled"
  engine               = "aurora-mysql"
  instance_class       = "db.r6g.large"
  vpc_id               = "vpc-1"
  db_subnet_group_name = "shop"

  instances = {
    one = {}
  }

  autoscaling_enabled      = true
  autoscaling_min_capacity = 1
  autoscaling_max_capacity = 4
}
