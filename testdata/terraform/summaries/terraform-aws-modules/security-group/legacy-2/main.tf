module "group" {
  source  = "terraform-aws-modules/security-group/aws"
  version = "2.17.0"

  name   = "old"
  vpc_id = "vpc-0123456789abcdef0"

  ingress_cidr_blocks = ["0.0.0.0/0"]
  ingress_rules       = ["http-80-tcp"]

  ingress_with_source_security_group_id = [
    {
      rule                     = "mysql-tcp"
      source_security_group_id = "sg-0123456789abcdef0"
    },
  ]
  egress_rules = ["all-all"]
}

output "group" {
  value = module.group.this_security_group_id
}
