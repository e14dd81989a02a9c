variable "instance_tags" {
  type    = map(string)
  default = {}
}

variable "ignore_ami_changes" {
  type    = bool
  default = false
}

variable "source_dest_check" {
  type    = bool
  default = null
}

variable "user_data_replace_on_change" {
  type    = bool
  default = null
}

variable "create_eip" {
  type    = bool
  default = false
}

variable "eip_domain" {
  type    = string
  default = "vpc"
}

variable "eip_tags" {
  type    = map(string)
  default = {}
}
