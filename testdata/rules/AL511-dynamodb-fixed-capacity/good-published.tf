# The module that is published for this scales its table, and the indexes that it is told.
module "orders" {
  source              = "terraform-aws-modules/dynamodb-table/aws"
  version             = "~> 4.2"
  name                = "orders"
  hash_key            = "id"
  billing_mode        = "PROVISIONED"
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

  autoscaling_indexes = {
    by-name = {
      read_max_capacity  = 30
      read_min_capacity  = 5
      write_max_capacity = 30
      write_min_capacity = 5
    }
  }
}
