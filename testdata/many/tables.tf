resource "aws_dynamodb_table" "orders" {
  count        = local.many
  name         = "orders-${count.index}"
  hash_key     = "id"
  billing_mode = "PROVISIONED"
}

resource "aws_appautoscaling_target" "reads" {
  count              = local.many
  service_namespace  = "dynamodb"
  scalable_dimension = "dynamodb:table:ReadCapacityUnits"
  resource_id        = "table/${aws_dynamodb_table.orders[count.index].name}"
  min_capacity       = 1
  max_capacity       = 10
}

resource "aws_iam_role" "writer" {
  count = local.many
  name  = "writer-${count.index}"
}

resource "aws_iam_role_policy" "writer" {
  count  = local.many
  role   = aws_iam_role.writer[count.index].id
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "dynamodb:PutItem", Resource = aws_dynamodb_table.orders[count.index].arn }] })
}

resource "aws_lambda_function" "writer" {
  count         = local.many
  function_name = "writer-${count.index}"
  role          = aws_iam_role.writer[count.index].arn
}
