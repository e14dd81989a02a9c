# A function is told which policy to execute.
provider "aws" {
  region = "eu-west-1"
}

resource "aws_autoscaling_policy" "grow" { # unknown AL116
  name                   = "grow"
  autoscaling_group_name = "web"
}

resource "aws_lambda_function" "scaler" {
  function_name = "scaler"
  role          = "arn:aws:iam::123456789012:role/scaler"

  environment {
    variables = { POLICY = aws_autoscaling_policy.grow.name }
  }
}

# Only its order hangs on this one.
resource "aws_autoscaling_policy" "shrink" { # want AL116 "shrink never acts"
  name                   = "shrink"
  autoscaling_group_name = "web"
}

resource "aws_lambda_function" "later" {
  function_name = "later"
  role          = "arn:aws:iam::123456789012:role/later"
  depends_on    = [aws_autoscaling_policy.shrink]
}
