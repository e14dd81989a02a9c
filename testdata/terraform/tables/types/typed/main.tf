variable "text" { type = string }
variable "number" { type = number }
variable "flag" { type = bool }
variable "set" { type = set(string) }
variable "map" { type = map(string) }
variable "object" {
  type = object({
    name = string
    size = optional(number, 7)
    none = optional(string)
    deep = list(object({ port = number, proto = optional(string, "tcp") }))
  })
}
variable "null_ok" { default = "unused" }
variable "null_not" {
  default  = "used"
  nullable = false
}
variable "unset" { default = ["d"] }
variable "wrong" { type = number }
variable "legacy" {
  type    = "map"
  default = { a = 1 }
}

output "all" {
  value = {
    text     = var.text, number = var.number, flag = var.flag, set = var.set, map = var.map, object = var.object
    null_ok  = var.null_ok, null_not = var.null_not, unset = var.unset, wrong = var.wrong, legacy = var.legacy
  }
}
