module "shop" { # want AL513 "module.shop.aws_rds_cluster.this\[0\] can be deleted by mistake"
  source  = "terraform-aws-modules/rds-aurora/aws"
  version = "9.16.1"

  name                 = "shop"
  engine               = "aurora-mysql"
  instance_class       = "db.r6g.large"
  vpc_id               = "vpc-1"
  db_subnet_group_name = "shop"
}

module "orders" { # want AL513 "module.orders.aws_dynamodb_table.this\[0\] can be deleted by mistake"
  source  = "terraform-aws-modules/dynamodb-table/aws"
  version = "5.5.0"

  name       = "orders"
  hash_key   = "id"
  attributes = [{ name = "id", type = "S" }]
}
