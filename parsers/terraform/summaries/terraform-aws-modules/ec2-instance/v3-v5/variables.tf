variable "vpc_security_group_ids" {
  type    = list(string)
  default = null
}

variable "network_interface" {
  type    = list(map(string))
  default = []
}

variable "root_block_device" {
  type    = list(any)
  default = []
}
