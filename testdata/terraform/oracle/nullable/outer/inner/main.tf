variable "value" {
  type    = string
  default = "inner"
}

variable "strict" {
  type     = string
  default  = "strict"
  nullable = false
}

output "both" {
  value = [var.value, var.strict]
}
