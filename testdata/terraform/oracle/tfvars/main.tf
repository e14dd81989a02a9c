# What decides a variable: -var, -var-file, *.auto.tfvars, terraform.tfvars, the default; in that order.
variable "by_default" {
  default = "default"
}

variable "by_tfvars" {
  default = "default"
}

variable "by_json" {
  default = "default"
}

variable "by_auto" {
  default = "default"
}

variable "by_later_auto" {
  default = "default"
}

variable "by_auto_json" {
  default = "default"
}

variable "by_file" {
  default = "default"
}

variable "by_argument" {
  default = "default"
}

variable "typed" {
  type    = list(number)
  default = [1]
}

variable "object" {
  type = object({ a = string, b = optional(number, 7), c = optional(object({ d = optional(bool, true) }), {}) })
}

variable "numeric" {
  type = number
}

variable "untyped" {}

resource "terraform_data" "all" {
  input = [var.by_default, var.by_tfvars, var.by_json, var.by_auto, var.by_later_auto, var.by_auto_json, var.by_file, var.by_argument, var.typed, var.object, var.numeric, var.untyped]
}
