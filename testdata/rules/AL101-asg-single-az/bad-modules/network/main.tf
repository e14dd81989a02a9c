variable "zones" {
  type = set(string)
}

module "zone" {
  source   = "./zone"
  for_each = var.zones
  name     = each.value
}

output "private_subnets" {
  value = [for z in module.zone : z.subnet_id]
}
