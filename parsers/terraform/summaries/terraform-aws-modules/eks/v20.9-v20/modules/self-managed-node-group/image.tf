locals {
  image = coalesce(var.ami_id, data.aws_ssm_parameter.ami[0].value)
}

data "aws_ssm_parameter" "ami" {
  count = var.create ? 1 : 0
}
