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

module "gwlb" {
  source  = "terraform-aws-modules/alb/aws"
  version = "10.5.0"

  name                  = "inspection"
  load_balancer_type    = "gateway"
  vpc_id                = aws_vpc.main.id
  subnets               = values(aws_subnet.public)[*].id
  create_security_group = false

  listeners = {
    all = { protocol = "GENEVE", forward = { target_group_key = "appliance" } }
  }
  target_groups = {
    appliance = {
      protocol     = "GENEVE"
      port         = 6081
      target_id    = aws_instance.appliance.id
      health_check = { port = 80, path = "/" }
    }
  }
}

resource "aws_instance" "appliance" {
  ami               = "ami-0a1b2c3d"
  instance_type     = "c6i.large"
  subnet_id         = aws_subnet.public["b"].id
  source_dest_check = false
}
