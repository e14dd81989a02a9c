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
resource "aws_security_group" "elb" {
  vpc_id = aws_vpc.main.id
}

resource "aws_instance" "web" {
  count = 2

  ami           = "ami-0a1b2c3d"
  instance_type = "t3.micro"
  subnet_id     = values(aws_subnet.public)[count.index].id
}

module "elb" {
  source  = "terraform-aws-modules/elb/aws"
  version = "4.0.2"

  name            = "shop"
  subnets         = values(aws_subnet.public)[*].id
  security_groups = [aws_security_group.elb.id]
  internal        = false

  connection_draining = true

  listener = [
    { instance_port = 80, instance_protocol = "HTTP", lb_port = 80, lb_protocol = "HTTP" },
    {
      instance_port      = "8080"
      instance_protocol  = "http"
      lb_port            = "443"
      lb_protocol        = "https"
      ssl_certificate_id = "arn:aws:iam::123456789012:server-certificate/test"
    },
  ]

  health_check = {
    target              = "HTTP:80/"
    interval            = 30
    healthy_threshold   = 2
    unhealthy_threshold = 2
    timeout             = 5
  }

  number_of_instances = 2
  instances           = aws_instance.web[*].id

  tags = { Environment = "dev" }
}

resource "aws_lb_cookie_stickiness_policy" "shop" {
  name          = "shop"
  load_balancer = module.elb.elb_id
  lb_port       = 443
}

resource "aws_autoscaling_group" "web" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = values(aws_subnet.public)[*].id
  load_balancers      = [module.elb.elb_name]
}

resource "aws_route53_record" "shop" {
  zone_id = "Z0123456789ABCDEFGHIJ"
  name    = "shop"
  type    = "A"

  alias {
    name                   = module.elb.elb_dns_name
    zone_id                = module.elb.elb_zone_id
    evaluate_target_health = false
  }
}
