resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

module "first" {
  source  = "terraform-aws-modules/alb/aws"
  version = "10.1.0"

  name    = "first"
  vpc_id  = aws_vpc.main.id
  subnets = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]

  # Whether the target's health is evaluated was not yet an input.
  route53_records = { www = { zone_id = "Z0123456789ABCDEFGHIJ", type = "A", evaluate_target_health = false } }
}

module "gateway" {
  source  = "terraform-aws-modules/alb/aws"
  version = "10.2.0"

  name                  = "gateway"
  load_balancer_type    = "gateway"
  create_security_group = false
  vpc_id                = aws_vpc.main.id
  subnets               = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]

  listeners     = { all = { protocol = "GENEVE", forward = { target_group_key = "appliance" } } }
  target_groups = { appliance = { protocol = "GENEVE", port = 6081, create_attachment = false } }
}
