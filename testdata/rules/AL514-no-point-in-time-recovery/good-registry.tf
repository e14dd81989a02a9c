module "orders" {
  source  = "terraform-aws-modules/dynamodb-table/aws"
  version = "5.5.0"

  name       = "orders"
  hash_key   = "id"
  attributes = [{ name = "id", type = "S" }]

  point_in_time_recovery_enabled = true
}
