# Words in place of IDs, as in what a template leaves to fill in, are not a subnet.
variable "subnets" {
  type    = list(string)
  default = ["SUBNET_IDS"]
}

resource "aws_lambda_function" "worker" { # unknown AL970
  function_name = "worker"
  role          = "arn:aws:iam::123456789012:role/worker"

  vpc_config {
    subnet_ids         = var.subnets
    security_group_ids = ["sg-1"]
  }
}
