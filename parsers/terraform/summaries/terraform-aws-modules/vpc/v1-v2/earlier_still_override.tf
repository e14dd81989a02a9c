variable "default_security_group_name" {
  default = "default"
}
