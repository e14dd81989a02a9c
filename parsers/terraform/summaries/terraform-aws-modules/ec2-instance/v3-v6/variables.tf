variable "create" {
  type    = bool
  default = true
}

variable "name" {
  type    = string
  default = ""
}

variable "instance_type" {
  type    = string
  default = "t3.micro"
}

variable "key_name" {
  type    = string
  default = null
}

variable "tags" {
  type    = map(string)
  default = {}
}

variable "subnet_id" {
  type    = string
  default = null
}

variable "availability_zone" {
  type    = string
  default = null
}

variable "placement_group" {
  type    = string
  default = null
}

variable "private_ip" {
  type    = string
  default = null
}

variable "associate_public_ip_address" {
  type    = bool
  default = null
}

variable "iam_instance_profile" {
  type    = string
  default = null
}

variable "user_data" {
  type    = string
  default = null
}

variable "user_data_base64" {
  type    = string
  default = null
}

variable "create_spot_instance" {
  type    = bool
  default = false
}

variable "spot_price" {
  type    = string
  default = null
}

variable "spot_type" {
  type    = string
  default = null
}

variable "spot_instance_interruption_behavior" {
  type    = string
  default = null
}

variable "putin_khuylo" {
  type    = bool
  default = true
}

variable "instance_initiated_shutdown_behavior" {
  type    = string
  default = null
}
