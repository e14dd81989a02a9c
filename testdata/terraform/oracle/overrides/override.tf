locals {
  changed = "first"
}

variable "size" {
  default = "large"
}

resource "aws_instance" "a" {
  ami = "ami-override"

  ebs_block_device {
    device_name = "sdz"
  }
}

module "m" {
  b = "override"
}
