variable "description" {
  type    = string
  default = ""
}
