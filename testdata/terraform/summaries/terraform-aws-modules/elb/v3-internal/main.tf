data "aws_subnets" "private" {
  tags = { Tier = "private" }
}

variable "names" {
  type    = set(string)
  default = ["orders", "users"]
}

module "elb" {
  source   = "terraform-aws-modules/elb/aws"
  version  = "3.0.1"
  for_each = var.names

  name_prefix               = "svc-"
  subnets                   = data.aws_subnets.private.ids
  security_groups           = ["sg-0123456789abcdef0"]
  internal                  = true
  cross_zone_load_balancing = false

  listener     = [{ instance_port = 9000, instance_protocol = "TCP", lb_port = 9000, lb_protocol = "TCP" }]
  health_check = { target = "TCP:9000", interval = 10, healthy_threshold = 3, unhealthy_threshold = 3, timeout = 4 }
}

module "never" {
  source  = "terraform-aws-modules/elb/aws"
  version = "4.0.1"

  create_elb          = false
  subnets             = data.aws_subnets.private.ids
  security_groups     = []
  listener            = []
  health_check        = {}
  number_of_instances = 3
}

output "names" {
  value = [for e in module.elb : e.elb_dns_name]
}
