module "inline" {
  source  = "cloudposse/security-group/aws"
  version = "2.0.0"

  name                 = "inline"
  vpc_id               = "vpc-0123456789abcdef0"
  inline_rules_enabled = true
  rules = [{
    type        = "ingress"
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }]
}

module "more" {
  source  = "cloudposse/security-group/aws"
  version = "2.2.0"

  name                     = "more"
  vpc_id                   = "vpc-0123456789abcdef0"
  target_security_group_id = [module.inline.id]
  allow_all_egress         = false
  rules = [{
    type        = "ingress"
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }]
}

resource "aws_lb" "front" {
  name            = "front"
  security_groups = [module.inline.id]
}
