variable "mode" {
  type = string
}

resource "aws_dynamodb_table" "mode" { # unknown AL511
  name         = "mode"
  billing_mode = var.mode
  hash_key     = "id"
}
