variable "create" {
  type    = bool
  default = true
}

variable "create_group" {
  type    = bool
  default = true
}

variable "user_group_id" {
  type    = string
  default = ""
}
