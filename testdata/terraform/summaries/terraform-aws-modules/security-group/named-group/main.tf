locals {
  name = "batch"
}

module "group" {
  source  = "terraform-aws-modules/security-group/aws"
  version = "5.1.0"

  name            = local.name
  use_name_prefix = false
  vpc_id          = "vpc-0123456789abcdef0"

  ingress_with_self = [{ rule = "all-tcp" }, { from_port = 8, to_port = 8, protocol = "icmp", self = false }]
  egress_rules      = ["https-443-tcp", "dns-udp", "all-icmp"]

  egress_cidr_blocks      = ["10.0.0.0/8"]
  egress_ipv6_cidr_blocks = []
}

module "more_rules" {
  source  = "terraform-aws-modules/security-group/aws"
  version = "5.3.1"

  create_sg         = false
  security_group_id = module.group.security_group_id

  ingress_cidr_blocks = ["10.1.0.0/16"]
  ingress_rules       = ["nfs-tcp", "storm-supervisor-tcp"]
}

resource "aws_instance" "batch" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "t3.small"
  vpc_security_group_ids = [module.group.security_group_id]
}

output "name" {
  value = module.group.security_group_name
}
