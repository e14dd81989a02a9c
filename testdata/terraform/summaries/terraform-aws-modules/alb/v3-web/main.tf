provider "aws" {
  region = "eu-west-1"
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "public" {
  for_each = { a = "10.0.1.0/24", b = "10.0.2.0/24" }

  vpc_id            = aws_vpc.main.id
  cidr_block        = each.value
  availability_zone = "eu-west-1${each.key}"
}
module "alb" {
  source  = "terraform-aws-modules/alb/aws"
  version = "3.7.0"

  load_balancer_name       = "old"
  security_groups          = ["sg-0123456789abcdef0"]
  logging_enabled          = "false"
  subnets                  = ["${aws_subnet.public["a"].id}", "${aws_subnet.public["b"].id}"]
  vpc_id                   = aws_vpc.main.id
  http_tcp_listeners       = [{ port = "80", protocol = "HTTP" }]
  http_tcp_listeners_count = "1"
  target_groups            = [{ name = "foo", backend_protocol = "HTTP", backend_port = "80", health_check_matcher = "200" }]
  target_groups_count      = "1"
  target_groups_defaults   = { stickiness_enabled = "false" }
}

output "address" {
  value = module.alb.dns_name
}
