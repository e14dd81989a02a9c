provider "aws" {
  region = "eu-west-1"
}

module "web_group" {
  source  = "terraform-aws-modules/security-group/aws"
  version = "5.1.2"

  name                = "web"
  vpc_id              = "vpc-1"
  ingress_cidr_blocks = ["0.0.0.0/0"]
  ingress_rules       = ["http-80-tcp"]
}

module "web" { # want AL107 "module.web.aws_instance.this\[0\] serves alone: it takes port 80 from anywhere"
  source  = "terraform-aws-modules/ec2-instance/aws"
  version = "5.6.1"

  name                   = "web"
  vpc_security_group_ids = [module.web_group.security_group_id]
  subnet_id              = "subnet-1"
}
