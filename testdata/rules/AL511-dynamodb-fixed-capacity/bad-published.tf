# An index that nothing scales holds up the writes of the table.
module "orders" {
  source              = "terraform-aws-modules/dynamodb-table/aws"
  version             = "~> 4.2"
  name                = "orders"
  hash_key            = "id"
  billing_mode        = "PROVISIONED" # want AL511 "nothing scales the reads of the index by-name and the writes of the index by-name"
  read_capacity       = 5
  write_capacity      = 5
  autoscaling_enabled = true

  autoscaling_read  = { max_capacity = 100 }
  autoscaling_write = { max_capacity = 100 }

  attributes = [
    { name = "id", type = "S" },
    { name = "name", type = "S" },
  ]

  global_secondary_indexes = [{
    name            = "by-name"
    hash_key        = "name"
    projection_type = "ALL"
    read_capacity   = 5
    write_capacity  = 5
  }]

}
