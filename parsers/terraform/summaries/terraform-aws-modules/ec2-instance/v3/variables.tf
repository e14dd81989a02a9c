variable "ami" {
  type    = string
  default = ""
}

variable "user_data_replace_on_change" {
  type    = bool
  default = null
}

variable "ebs_block_device" {
  type    = list(map(string))
  default = []
}
