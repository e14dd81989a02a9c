variable "recovery" {
  type = bool
}

variable "key" {
  type = string
}

resource "aws_dynamodb_table" "switch" { # unknown AL514
  name         = "switch"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  point_in_time_recovery {
    enabled = var.recovery
  }
}

# It may be a table of locks.
resource "aws_dynamodb_table" "key" { # unknown AL514
  name         = "key"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = var.key
}

# It was made elsewhere, with whatever key it has.
resource "aws_dynamodb_table" "imported" { # unknown AL514
  name         = "imported"
  billing_mode = "PAY_PER_REQUEST"
}
