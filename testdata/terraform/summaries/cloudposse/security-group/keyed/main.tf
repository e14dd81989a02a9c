resource "aws_security_group" "front" {
  name   = "front"
  vpc_id = "vpc-0123456789abcdef0"
}

module "app" {
  source  = "cloudposse/security-group/aws"
  version = "2.2.0"

  namespace = "eg"
  stage     = "prod"
  name      = "app"
  vpc_id    = "vpc-0123456789abcdef0"

  rules = [
    {
      key                      = "front"
      type                     = "ingress"
      from_port                = 8080
      to_port                  = 8080
      protocol                 = "tcp"
      cidr_blocks              = []
      source_security_group_id = aws_security_group.front.id
      self                     = null
      description              = "from the front"
    },
    {
      key                      = "office"
      type                     = "ingress"
      from_port                = 22
      to_port                  = 22
      protocol                 = "tcp"
      cidr_blocks              = ["192.0.2.0/24"]
      source_security_group_id = null
      self                     = null
      description              = "ssh"
    },
  ]
  rules_map = {
    members = [{
      type      = "ingress"
      from_port = 7946
      to_port   = 7946
      protocol  = "tcp"
      self      = true
    }]
  }
}

resource "aws_instance" "app" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "t3.small"
  vpc_security_group_ids = [module.app.id]
}
