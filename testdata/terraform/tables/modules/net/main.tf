variable "azs" {
  type = list(string)
}

variable "name" {
  type    = string
  default = "unnamed"
}

variable "size" {
  default = "small"
}

module "subnets" {
  source = "./inner"
  zones  = { for az in var.azs : az => "${var.name}-${az}" }
}

output "ids" {
  value = module.subnets.ids
}

output "first" {
  value = module.subnets.ids[0]
}

output "zones" {
  value = module.subnets.zones
}

output "name" {
  value = var.name
}

output "size" {
  value = var.size == "small" ? 1 : 2
}
