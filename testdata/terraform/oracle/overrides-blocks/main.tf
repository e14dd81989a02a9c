# What override files do to nested and dynamic blocks, meta-arguments, providers, outputs and types.
terraform {
  required_version = ">= 1.0"
}

provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = { From = "main" }
  }
}

variable "typed" {
  type    = string
  default = "5"
}

variable "kept" {
  type    = list(number)
  default = [1, 2]
}

locals {
  a = "main-a"
  b = { x = 1, y = 2 }
}

resource "aws_instance" "counted" {
  count = 1
  name  = "main-${count.index}"

  dynamic "ebs" {
    for_each = [1, 2]
    content {
      size = ebs.value
    }
  }

  network {
    index = 0
  }

  network {
    index = 1
  }

  metadata {
    tokens = "required"

    inner {
      deep = true
    }
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_instance" "keyed" {
  for_each = { a = 1, b = 2 }
  name     = each.key
}

resource "aws_instance" "untouched" {
  name = local.a
  size = var.typed + 1
}

module "m" {
  source = "./m"
  names  = ["main"]
  extra  = "main"
}

output "out" {
  value = "main"
}

resource "terraform_data" "read" {
  input = [local.b, module.m.all, var.typed, var.kept]
}
