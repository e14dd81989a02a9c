variable "not_null" {
  default  = "the default"
  nullable = false
}

variable "is_null" {
  default = "never used"
}

variable "flags" {
  type = map(bool)
}

variable "object" {
  type = object({ x = string, y = optional(list(object({ z = optional(string, "q") })), [{}]) })
}

output "all" {
  value = { not_null = var.not_null, is_null = var.is_null, flags = var.flags, object = var.object }
}
