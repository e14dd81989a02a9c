# The order in which values are given: files by name, then the arguments; whole values, never merged; typed at last.
variable "map" {
  type    = map(string)
  default = { default = "yes" }
}

variable "list" {
  type    = list(number)
  default = [0]
}

variable "object" {
  type = object({
    name  = string
    count = optional(number, 3)
    tags  = optional(map(string), { a = "b" })
  })
  default = { name = "default" }
}

variable "text" {
  type    = string
  default = "default"
}

variable "flag" {
  type    = bool
  default = true
}

variable "any" {
  type    = any
  default = null
}

variable "set" {
  type    = set(string)
  default = []
}

variable "number" {
  type    = number
  default = 1
}

variable "null" {
  type    = string
  default = "default"
}

variable "not_null" {
  type     = string
  default  = "default"
  nullable = false
}

resource "terraform_data" "all" {
  input = [var.map, var.list, var.object, var.text, var.flag, var.any, var.set, var.number, var.null, var.not_null]
}

resource "aws_instance" "each" {
  for_each = var.map
  name     = "${each.key}=${each.value}"
}

resource "aws_instance" "set" {
  for_each = var.set
  name     = each.value
}
