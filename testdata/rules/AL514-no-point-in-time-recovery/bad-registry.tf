module "orders" { # want AL514 "module.orders.aws_dynamodb_table.this\[0\]"
  source  = "terraform-aws-modules/dynamodb-table/aws"
  version = "5.5.0"

  name       = "orders"
  hash_key   = "id"
  attributes = [{ name = "id", type = "S" }]
}
