variable "enable_irsa" {
  type    = bool
  default = true
}
