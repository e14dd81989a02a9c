# The function sets the capacity of the group that it is told.
provider "aws" {
  region = "eu-west-1"
}

resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_autoscaling_group" "web" { # unknown AL104
  min_size           = 2
  max_size           = 8
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.web.arn]
}

resource "aws_lambda_function" "scaler" {
  function_name = "scaler"
  role          = "arn:aws:iam::123456789012:role/scaler"

  environment {
    variables = { GROUP = aws_autoscaling_group.web.name }
  }
}

# Somebody may set the capacity of this one.
resource "aws_autoscaling_group" "api" { # unknown AL104
  min_size           = 2
  max_size           = 8
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.web.arn]
}

resource "aws_iam_role_policy" "scaler" {
  role = "scaler"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["autoscaling:SetDesiredCapacity"], Resource = aws_autoscaling_group.api.arn }]
  })
}

# Of this one somebody may only say that an instance is ready.
resource "aws_autoscaling_group" "shop" { # want AL104 "shop stays at the size it starts with"
  min_size           = 2
  max_size           = 8
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.web.arn]
}

resource "aws_iam_role_policy" "ready" {
  role = "ready"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "autoscaling:CompleteLifecycleAction", Resource = aws_autoscaling_group.shop.arn }]
  })
}

# What is made without an instance, something fills.
resource "aws_autoscaling_group" "empty" { # unknown AL104
  min_size           = 0
  max_size           = 8
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.web.arn]
}
