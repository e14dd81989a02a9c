resource "aws_sqs_queue" "work" {} # want AL930 "aws_sqs_queue.work has no dead-letter queue: a message that aws_lambda_function.worker cannot work off"

resource "aws_lambda_function" "worker" {
  function_name = "worker"
  role          = "arn:aws:iam::123456789012:role/worker"
}

resource "aws_lambda_event_source_mapping" "worker" {
  function_name    = aws_lambda_function.worker.arn
  event_source_arn = aws_sqs_queue.work.arn
}

resource "aws_sqs_queue" "orders" {} # want AL930 "and aws_autoscaling_group.fleet may receive from it: a message that cannot be worked off"

resource "aws_iam_role" "fleet" {
  name               = "fleet"
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy" "fleet" {
  role = aws_iam_role.fleet.id
  policy = jsonencode({
    Statement = [{
      Effect   = "Allow"
      Action   = ["sqs:ReceiveMessage", "sqs:DeleteMessage"]
      Resource = aws_sqs_queue.orders.arn
    }]
  })
}

resource "aws_iam_instance_profile" "fleet" {
  role = aws_iam_role.fleet.name
}

resource "aws_launch_template" "fleet" {
  image_id      = "ami-1"
  instance_type = "t3.small"

  iam_instance_profile {
    arn = aws_iam_instance_profile.fleet.arn
  }
}

resource "aws_autoscaling_group" "fleet" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = ["subnet-1", "subnet-2"]

  launch_template {
    id      = aws_launch_template.fleet.id
    version = aws_launch_template.fleet.latest_version
  }
}

resource "aws_sqs_queue" "lonely" {} # want AL930 "a message that nobody can work off"

resource "aws_sqs_queue" "piped" { # want AL930 "piped has no dead-letter queue: a message that aws_pipes_pipe.orders cannot work off"
}

resource "aws_pipes_pipe" "orders" {
  role_arn = "arn:aws:iam::123456789012:role/orders"
  source   = aws_sqs_queue.piped.arn
  target   = "arn:aws:states:eu-west-1:123456789012:stateMachine:orders"
}
