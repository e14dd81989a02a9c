variable "prefix" {
  type    = string
  default = "std-"
}

variable "settings" {
  type = map(object({
    size  = optional(number, 5)
    tags  = optional(map(string), { none = "yes" })
    extra = optional(list(object({ port = number, open = optional(bool, false) })), [])
  }))
}

module "names" {
  source = "../names"
  names  = keys(var.settings)
  prefix = var.prefix
}

output "all" {
  value = { for k, v in var.settings : k => merge(v, { name = module.names.of[k] }) }
}

output "names" {
  value = values(module.names.of)
}

output "prefix" {
  value = var.prefix
}
