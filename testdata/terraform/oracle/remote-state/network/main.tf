# What this root writes as its outputs stands in terraform.tfstate.

variable "name" {
  default = "net"
}

locals {
  zones = ["a", "b"]
}

output "name" {
  value = "${var.name}-${terraform.workspace}"
}

output "zones" {
  value = local.zones
}

output "subnets" {
  value = {
    public  = { cidr = cidrsubnet("10.0.0.0/16", 8, 0) }
    private = { cidr = cidrsubnet("10.0.0.0/16", 8, 1) }
  }
}

output "workspace" {
  value = terraform.workspace
}
