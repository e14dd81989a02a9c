variable "targets" {
  type = any
}

variable "group" {
  default = true
}

module "files" {
  source  = "terraform-aws-modules/efs/aws"
  version = "2.0.0"

  name                  = "files"
  mount_targets         = var.targets
  create_security_group = var.group
  security_group_vpc_id = "vpc-0123456789abcdef0"
  security_group_ingress_rules = {
    vpc = { cidr_ipv4 = "10.0.0.0/16" }
  }
}

module "older" {
  source  = "terraform-aws-modules/efs/aws"
  version = "1.8.1"

  name                  = "older"
  mount_targets         = var.targets
  security_group_vpc_id = "vpc-0123456789abcdef0"
  security_group_rules  = var.targets
}

resource "aws_sns_topic" "alarms" {
  name = "alarms"
}
