module "shop" {
  source  = "terraform-aws-modules/rds-aurora/aws"
  version = "9.16.1"

  name                 = "shop"
  engine               = "aurora-mysql"
  instance_class       = "db.r6g.large"
  vpc_id               = "vpc-1"
  db_subnet_group_name = "shop"

  deletion_protection = true
}

module "orders" {
  source  = "terraform-aws-modules/dynamodb-table/aws"
  version = "5.5.0"

  name       = "orders"
  hash_key   = "id"
  attributes = [{ name = "id", type = "S" }]

  deletion_protection_enabled = true
}
