module "spot" {
  source  = "terraform-aws-modules/ec2-instance/aws"
  version = "6.4.0"

  instance_initiated_shutdown_behavior = "terminate"

  name                 = "spot"
  create_spot_instance = true
  ami                  = "ami-0123456789abcdef0"
  spot_price           = "0.1"
  spot_type            = "persistent"
  subnet_id            = "subnet-0a"
  create_eip           = true
  launch_template      = { id = "lt-0123456789abcdef0", version = "$Latest" }
  ebs_volumes          = { "/dev/sdf" = { size = 5 } }
}

module "market" {
  source  = "terraform-aws-modules/ec2-instance/aws"
  version = "6.4.0"

  name = "market"
  ami  = "ami-0123456789abcdef0"
  instance_market_options = {
    market_type  = "spot"
    spot_options = { max_price = "0.1" }
  }
  security_group_egress_rules = {
    https = { from_port = 443, to_port = 443, cidr_ipv4 = "10.0.0.0/8" }
  }
}
