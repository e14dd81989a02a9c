# The targets name the table by its literal name, one for each dimension.
locals {
  dimensions = toset(["Read", "Write"])
}

resource "aws_dynamodb_table" "orders" {
  name           = "orders"
  hash_key       = "id"
  read_capacity  = 5
  write_capacity = 5

  global_secondary_index {
    name            = "by-name"
    hash_key        = "name"
    projection_type = "ALL"
    read_capacity   = 5
    write_capacity  = 5
  }
}

resource "aws_appautoscaling_target" "table" {
  for_each           = local.dimensions
  service_namespace  = "dynamodb"
  resource_id        = "table/orders"
  scalable_dimension = "dynamodb:table:${each.key}CapacityUnits"
  min_capacity       = 5
  max_capacity       = 500
}

resource "aws_appautoscaling_target" "index" {
  for_each           = local.dimensions
  service_namespace  = "dynamodb"
  resource_id        = "table/orders/index/by-name"
  scalable_dimension = "dynamodb:index:${each.key}CapacityUnits"
  min_capacity       = 5
  max_capacity       = 500
}

# The writes of a table with replicas are all that it asks for.
resource "aws_dynamodb_table" "global" {
  name           = "global"
  hash_key       = "id"
  read_capacity  = 5
  write_capacity = 5

  replica {
    region_name = "eu-central-1"
  }
}

resource "aws_appautoscaling_target" "global" {
  service_namespace  = "dynamodb"
  resource_id        = "table/${aws_dynamodb_table.global.name}"
  scalable_dimension = "dynamodb:table:WriteCapacityUnits"
  min_capacity       = 5
  max_capacity       = 500
}
