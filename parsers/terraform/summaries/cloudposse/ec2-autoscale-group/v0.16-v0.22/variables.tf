variable "use_name_prefix" {
  type    = bool
  default = true
}
