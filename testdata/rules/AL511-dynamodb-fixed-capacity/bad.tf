# Provisioned, since nothing else is written, and nothing scales it.
resource "aws_dynamodb_table" "fixed" { # want AL511 "fixed is provisioned because no billing mode is written, and nothing scales its reads and its writes"
  name           = "fixed"
  hash_key       = "id"
  read_capacity  = 5
  write_capacity = 5
}

resource "aws_dynamodb_table" "reads" {
  name           = "reads"
  hash_key       = "id"
  read_capacity  = 5
  write_capacity = 5
  billing_mode   = "PROVISIONED" # want AL511 "reads is provisioned, and nothing scales its writes"
}

resource "aws_appautoscaling_target" "reads" {
  service_namespace  = "dynamodb"
  resource_id        = "table/${aws_dynamodb_table.reads.name}"
  scalable_dimension = "dynamodb:table:ReadCapacityUnits"
  min_capacity       = 5
  max_capacity       = 500
}

resource "aws_dynamodb_table" "indexed" { # want AL511 "nothing scales the writes of the index by-name"
  name           = "indexed"
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

resource "aws_appautoscaling_target" "indexed_reads" {
  service_namespace  = "dynamodb"
  resource_id        = "table/${aws_dynamodb_table.indexed.name}"
  scalable_dimension = "dynamodb:table:ReadCapacityUnits"
  min_capacity       = 5
  max_capacity       = 500
}

resource "aws_appautoscaling_target" "indexed_writes" {
  service_namespace  = "dynamodb"
  resource_id        = "table/${aws_dynamodb_table.indexed.name}"
  scalable_dimension = "dynamodb:table:WriteCapacityUnits"
  min_capacity       = 5
  max_capacity       = 500
}

resource "aws_appautoscaling_target" "indexed_by_name" {
  service_namespace  = "dynamodb"
  resource_id        = "table/${aws_dynamodb_table.indexed.name}/index/by-name"
  scalable_dimension = "dynamodb:index:ReadCapacityUnits"
  min_capacity       = 5
  max_capacity       = 500
}
