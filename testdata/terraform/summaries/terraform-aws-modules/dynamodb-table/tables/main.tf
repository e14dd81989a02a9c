module "sessions" {
  source  = "terraform-aws-modules/dynamodb-table/aws"
  version = "5.5.0"

  name                        = "sessions"
  hash_key                    = "id"
  table_class                 = "STANDARD"
  deletion_protection_enabled = false
  ttl_enabled                 = true
  ttl_attribute_name          = "expires"

  attributes = [{ name = "id", type = "S" }]
  tags       = { Environment = "staging" }
}

module "orders" {
  source  = "terraform-aws-modules/dynamodb-table/aws"
  version = "5.5.0"

  name                           = "orders"
  hash_key                       = "id"
  range_key                      = "at"
  stream_enabled                 = true
  stream_view_type               = "NEW_AND_OLD_IMAGES"
  point_in_time_recovery_enabled = true
  deletion_protection_enabled    = true

  attributes = [
    { name = "id", type = "S" },
    { name = "at", type = "N" },
    { name = "customer", type = "S" },
  ]

  global_secondary_indexes = [
    {
      name                 = "by-customer"
      hash_key             = "customer"
      range_key            = "at"
      projection_type      = "INCLUDE"
      non_key_attributes   = ["id"]
      on_demand_throughput = { max_write_request_units = 1, max_read_request_units = 1 }
    }
  ]

  replica_regions = [{ region_name = "eu-west-2", propagate_tags = true }]
}

resource "aws_lambda_event_source_mapping" "orders" {
  event_source_arn = module.orders.dynamodb_table_stream_arn
  function_name    = "orders"
}

module "locks" {
  source  = "terraform-aws-modules/dynamodb-table/aws"
  version = "4.4.0"

  name     = "terraform-locks"
  hash_key = "LockID"

  attributes = [{ name = "LockID", type = "S" }]
}
