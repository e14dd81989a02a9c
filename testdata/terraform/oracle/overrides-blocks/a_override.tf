variable "typed" {
  type = number
}

variable "kept" {
  default = ["7"]
}

locals {
  b = { z = 3 }
}

resource "aws_instance" "counted" {
  count = 2

  ebs {
    size = 99
  }

  dynamic "network" {
    for_each = ["x"]
    content {
      index = network.value
    }
  }

  metadata {
    hops = 2
  }

  lifecycle {
    ignore_changes = [name]
  }
}

resource "aws_instance" "keyed" {
  for_each = toset(["c"])
}

module "m" {
  names = ["override", "more"]
}

output "out" {
  value = "override"
}
