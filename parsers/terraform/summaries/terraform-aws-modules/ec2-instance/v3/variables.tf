variable "user_data_replace_on_change" {
  type    = bool
  default = null
}
