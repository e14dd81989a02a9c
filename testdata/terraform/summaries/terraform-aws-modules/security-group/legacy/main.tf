data "aws_vpc" "default" {
  default = true
}

data "aws_subnet_ids" "all" {
  vpc_id = data.aws_vpc.default.id
}

module "group" {
  source  = "terraform-aws-modules/security-group/aws"
  version = "3.18.0"

  name        = "example"
  description = "Security group for example usage with EC2 instance"
  vpc_id      = data.aws_vpc.default.id

  ingress_cidr_blocks     = ["0.0.0.0/0"]
  ingress_rules           = ["http-80-tcp", "all-icmp"]
  ingress_prefix_list_ids = ["pl-1"]
  ingress_with_cidr_blocks = [
    { rule = "ssh-tcp" },
    { rule = "consul-webui-tcp", cidr_blocks = data.aws_vpc.default.cidr_block },
  ]
  ingress_with_self = [{ rule = "all-all" }]
  egress_rules      = ["all-all"]
}

resource "aws_launch_configuration" "web" {
  image_id        = "ami-0123456789abcdef0"
  instance_type   = "t3.micro"
  security_groups = [module.group.this_security_group_id]
}

output "group" {
  value = module.group.this_security_group_name
}
