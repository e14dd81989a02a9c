variable "vpc" {
  type = string
}

resource "aws_instance" "i" {
  subnet_id = var.vpc
}

output "id" {
  value = { for k in ["a"] : k => aws_instance.i.id }
}
