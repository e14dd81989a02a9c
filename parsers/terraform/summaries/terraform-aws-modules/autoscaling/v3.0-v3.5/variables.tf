variable "user_data" {
  type    = string
  default = " "
}
