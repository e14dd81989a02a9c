variable "fargate_subnets" {
  type    = list(string)
  default = []
}

locals {
  fargate_subnets = coalescelist(var.fargate_subnets, var.subnets, [""])
}
