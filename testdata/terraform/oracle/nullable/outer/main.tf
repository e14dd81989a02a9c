variable "name" {
  type     = string
  default  = "outer"
  nullable = false
}

variable "size" {
  type    = string
  default = "small"
}

variable "list" {
  type     = list(string)
  default  = ["d"]
  nullable = false
}

variable "object" {
  type     = object({ a = optional(string, "a"), b = optional(string, "b") })
  default  = {}
  nullable = false
}

variable "number" {
  type    = number
  default = 7
}

variable "untyped" {
  default  = { k = "v" }
  nullable = false
}

module "inner" {
  source = "./inner"
  value  = var.size
  strict = var.size
}

resource "aws_instance" "this" {
  count = var.size == null ? 1 : 2
  name  = var.name
  size  = var.size
  tags  = var.object
}

output "all" {
  value = { name = var.name, size = var.size, list = var.list, object = var.object, number = var.number, untyped = var.untyped, inner = module.inner.both }
}
