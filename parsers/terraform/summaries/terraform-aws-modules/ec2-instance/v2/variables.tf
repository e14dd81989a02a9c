variable "name" {
  type = string
}

variable "instance_count" {
  type    = number
  default = 1
}

variable "use_num_suffix" {
  type    = bool
  default = false
}

variable "num_suffix_format" {
  type    = string
  default = "-%d"
}

variable "tags" {
  type    = map(string)
  default = {}
}

variable "ami" {
  type = string
}

variable "instance_type" {
  type = string
}

variable "key_name" {
  type    = string
  default = ""
}

variable "subnet_id" {
  type    = string
  default = ""
}

variable "subnet_ids" {
  type    = list(string)
  default = []
}

variable "placement_group" {
  type    = string
  default = ""
}

variable "private_ips" {
  type    = list(string)
  default = []
}

variable "source_dest_check" {
  type    = bool
  default = true
}

variable "vpc_security_group_ids" {
  type    = list(string)
  default = null
}

variable "network_interface" {
  type    = list(map(string))
  default = []
}

variable "iam_instance_profile" {
  type    = string
  default = ""
}

variable "user_data_base64" {
  type    = string
  default = null
}

variable "root_block_device" {
  type    = list(any)
  default = []
}

variable "ebs_block_device" {
  type    = list(map(string))
  default = []
}

variable "instance_initiated_shutdown_behavior" {
  type    = string
  default = ""
}
