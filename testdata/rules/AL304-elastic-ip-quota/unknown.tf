variable "zones" {
  type = number
}

resource "aws_eip" "nat" { # unknown AL304
  count = var.zones
}
