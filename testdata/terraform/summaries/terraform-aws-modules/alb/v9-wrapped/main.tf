provider "aws" {
  region = "eu-west-1"
}

data "aws_availability_zones" "here" {}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "public" {
  count = 2

  vpc_id            = aws_vpc.main.id
  cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 8, count.index)
  availability_zone = data.aws_availability_zones.here.names[count.index]
}

module "service" {
  source   = "./service"
  for_each = { shop = 8080, blog = 3000 }

  name    = each.key
  port    = each.value
  sticky  = each.key == "shop"
  vpc_id  = aws_vpc.main.id
  subnets = aws_subnet.public[*].id
}

resource "aws_autoscaling_group" "shop" {
  min_size            = 2
  max_size            = 4
  health_check_type   = "ELB"
  vpc_zone_identifier = aws_subnet.public[*].id
  target_group_arns   = [module.service["shop"].target_group_arn]
}
