variable "enable_irsa" {
  type    = bool
  default = false
}
