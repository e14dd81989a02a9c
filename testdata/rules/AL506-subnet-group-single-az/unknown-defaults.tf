# A module that its caller has to give subnets: the default says nothing.
variable "subnets" {
  type    = list(string)
  default = []
}

resource "aws_db_subnet_group" "given" { # unknown AL506
  subnet_ids = var.subnets
}
