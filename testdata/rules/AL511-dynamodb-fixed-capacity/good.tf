resource "aws_dynamodb_table" "scaled" {
  name           = "scaled"
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

resource "aws_appautoscaling_target" "scaled_reads" {
  service_namespace  = "dynamodb"
  resource_id        = "table/${aws_dynamodb_table.scaled.name}"
  scalable_dimension = "dynamodb:table:ReadCapacityUnits"
  min_capacity       = 5
  max_capacity       = 500
}

resource "aws_appautoscaling_target" "scaled_writes" {
  service_namespace  = "dynamodb"
  resource_id        = "table/${aws_dynamodb_table.scaled.name}"
  scalable_dimension = "dynamodb:table:WriteCapacityUnits"
  min_capacity       = 5
  max_capacity       = 500
}

resource "aws_appautoscaling_target" "by_name_reads" {
  service_namespace  = "dynamodb"
  resource_id        = "table/${aws_dynamodb_table.scaled.name}/index/by-name"
  scalable_dimension = "dynamodb:index:ReadCapacityUnits"
  min_capacity       = 5
  max_capacity       = 500
}

resource "aws_appautoscaling_target" "by_name_writes" {
  service_namespace  = "dynamodb"
  resource_id        = "table/${aws_dynamodb_table.scaled.name}/index/by-name"
  scalable_dimension = "dynamodb:index:WriteCapacityUnits"
  min_capacity       = 5
  max_capacity       = 500
}

resource "aws_dynamodb_table" "on_demand" {
  name         = "on-demand"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
}

resource "aws_dynamodb_table" "locks" {
  name           = "locks"
  hash_key       = "LockID"
  read_capacity  = 1
  write_capacity = 1
}
