variable "option_group_name" {
  default = ""
}
