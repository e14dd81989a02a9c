resource "aws_dynamodb_table" "unwritten" { # want AL514 "unwritten cannot be restored to a point in time: point-in-time recovery is not written, and off unless it is"
  name         = "unwritten"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
}

resource "aws_dynamodb_table" "off" {
  name         = "off"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  point_in_time_recovery {
    enabled = false # want AL514 "off cannot be restored to a point in time: point-in-time recovery is off$"
  }
}
