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
module "logged" {
  source  = "terraform-aws-modules/alb/aws"
  version = "4.2.0"

  load_balancer_name       = "logged"
  security_groups          = ["sg-0123456789abcdef0"]
  log_bucket_name          = "logs"
  subnets                  = values(aws_subnet.public)[*].id
  vpc_id                   = aws_vpc.main.id
  https_listeners          = [{ certificate_arn = "arn:aws:iam::123456789012:server-certificate/test", port = 443 }]
  https_listeners_count    = 1
  http_tcp_listeners       = [{ port = "80", protocol = "HTTP" }, { port = "81", protocol = "HTTP", target_group_index = "1" }]
  http_tcp_listeners_count = 2
  target_groups = [
    { name = "foo", backend_protocol = "http", backend_port = "80" },
    { name = "bar", backend_protocol = "HTTP", backend_port = "8080", health_check_path = "/status", stickiness_enabled = false, target_type = "ip" },
  ]
  target_groups_count = 2
  tags                = { Environment = "test" }
}

module "unlogged" {
  source  = "terraform-aws-modules/alb/aws"
  version = "4.1.0"

  load_balancer_name        = "unlogged"
  load_balancer_is_internal = true
  logging_enabled           = false
  security_groups           = ["sg-0123456789abcdef0"]
  subnets                   = values(aws_subnet.public)[*].id
  vpc_id                    = aws_vpc.main.id
  https_listeners           = [{ certificate_arn = "arn:aws:iam::123456789012:server-certificate/test", port = 443 }]
  https_listeners_count     = 1
  target_groups             = [{ name = "foo", backend_protocol = "HTTPS", backend_port = "443" }]
  target_groups_count       = 1
  target_groups_defaults = {
    cookie_duration                  = 60
    deregistration_delay             = 0
    health_check_interval            = 10
    health_check_healthy_threshold   = 3
    health_check_path                = "/ok"
    health_check_port                = "traffic-port"
    health_check_timeout             = 5
    health_check_unhealthy_threshold = 3
    health_check_matcher             = "200-299"
    stickiness_enabled               = false
    target_type                      = "instance"
    slow_start                       = 0
  }
}

module "never" {
  source  = "terraform-aws-modules/alb/aws"
  version = "4.0.0"

  create_alb         = false
  load_balancer_name = "never"
  security_groups    = ["sg-0123456789abcdef0"]
  subnets            = values(aws_subnet.public)[*].id
  vpc_id             = aws_vpc.main.id
}

resource "aws_autoscaling_group" "foo" {
  min_size            = 1
  max_size            = 3
  vpc_zone_identifier = values(aws_subnet.public)[*].id
  target_group_arns   = module.logged.target_group_arns
}

output "address" {
  value = [module.logged.dns_name, module.unlogged.load_balancer_id]
}
