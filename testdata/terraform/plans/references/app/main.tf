variable "vpc" {}

variable "object" {}

variable "subnets" {}

variable "unused" {
  default = "x"
}

variable "nothing" {
  default = null
}

locals {
  first = var.subnets[0]
}

resource "aws_subnet" "inner" {
  vpc_id = var.vpc
  owner  = var.object.id
}

resource "aws_probe" "inner" {
  subnets = var.subnets
  mixed   = [var.unused, var.vpc]
}

output "subnet" {
  value = aws_subnet.inner.id
}

output "subnets" {
  value = concat(var.subnets, [aws_subnet.inner.id])
}

output "whole" {
  value = aws_subnet.inner
}

output "opaque" {
  value = local.first
}

output "nothing" {
  value = var.nothing
}
