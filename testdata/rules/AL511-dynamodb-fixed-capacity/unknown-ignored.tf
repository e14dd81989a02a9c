# Its capacity is left to something else; and a target may be this table's.
variable "target" {
  type = string
}

resource "aws_dynamodb_table" "ignored" { # unknown AL511
  name           = "ignored"
  hash_key       = "id"
  read_capacity  = 5
  write_capacity = 5

  lifecycle {
    ignore_changes = [read_capacity, write_capacity]
  }
}

resource "aws_dynamodb_table" "perhaps" { # unknown AL511
  name           = "perhaps"
  hash_key       = "id"
  read_capacity  = 5
  write_capacity = 5
}

resource "aws_appautoscaling_target" "given" {
  service_namespace  = "dynamodb"
  resource_id        = var.target
  scalable_dimension = "dynamodb:table:WriteCapacityUnits"
  min_capacity       = 5
  max_capacity       = 500
}
