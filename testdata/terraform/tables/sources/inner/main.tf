variable "subnet" {}

variable "name" {}

data "aws_subnet" "given" {
  id = var.subnet
}

data "aws_lb" "given" {
  name = var.name
}

output "subnet" {
  value = data.aws_subnet.given.arn
}

output "lb" {
  value = data.aws_lb.given.arn
}
