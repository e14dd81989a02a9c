data "aws_ssm_parameter" "this" {
  name = var.ami_ssm_parameter
}

locals {
  ami = try(coalesce(var.ami, try(nonsensitive(data.aws_ssm_parameter.this.value), null)), null)
}
