variable "enable_efa_support" {
  type    = bool
  default = false
}
