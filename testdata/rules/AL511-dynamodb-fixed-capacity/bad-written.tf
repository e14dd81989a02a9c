# A function writes the table: it is throttled.
resource "aws_dynamodb_table" "orders" { # want AL511 "orders is provisioned .*: aws_lambda_function.shop is throttled when it asks for more"
  name           = "orders"
  hash_key       = "id"
  read_capacity  = 5
  write_capacity = 5
}

resource "aws_iam_role" "shop" {
  name               = "shop"
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy" "shop" {
  role = aws_iam_role.shop.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["dynamodb:PutItem"]
      Resource = aws_dynamodb_table.orders.arn
    }]
  })
}

resource "aws_lambda_function" "shop" {
  function_name = "shop"
  role          = aws_iam_role.shop.arn
}
