module "off" {
  source  = "cloudposse/security-group/aws"
  version = "2.2.0"

  enabled = false
  name    = "off"
  vpc_id  = "vpc-0123456789abcdef0"
}

resource "aws_lb" "front" {
  name            = "front"
  security_groups = compact([module.off.id, "sg-1"])
}
