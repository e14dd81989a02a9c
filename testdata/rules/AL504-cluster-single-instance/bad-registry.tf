module "shop" { # want AL504 "module.shop.aws_rds_cluster.this\[0\] has a single instance"
  source  = "terraform-aws-modules/rds-aurora/aws"
  version = "9.16.1"

  name                 = "shop"
  engine               = "aurora-mysql"
  instance_class       = "db.r6g.large"
  vpc_id               = "vpc-1"
  db_subnet_group_name = "shop"

  instances = {
    one = {}
  }
}
