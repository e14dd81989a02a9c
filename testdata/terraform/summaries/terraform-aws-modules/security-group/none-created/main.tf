variable "wanted" {
  default = false
}

module "off" {
  source  = "terraform-aws-modules/security-group/aws"
  version = "5.3.1"

  create        = false
  name          = "off"
  vpc_id        = "vpc-0123456789abcdef0"
  ingress_rules = ["https-443-tcp"]
}

module "perhaps" {
  source  = "terraform-aws-modules/security-group/aws"
  version = "5.3.1"

  create              = var.wanted
  name                = "perhaps"
  vpc_id              = "vpc-0123456789abcdef0"
  ingress_cidr_blocks = ["0.0.0.0/0"]
  ingress_rules       = ["https-443-tcp"]
}

resource "aws_lb" "front" {
  name            = "front"
  security_groups = [module.off.security_group_id, module.perhaps.security_group_id]
}
