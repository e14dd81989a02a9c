variable "update_default_version" {
  default = null
}
