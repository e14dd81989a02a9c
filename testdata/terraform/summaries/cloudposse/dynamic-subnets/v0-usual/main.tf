module "subnets" {
  source  = "cloudposse/dynamic-subnets/aws"
  version = "0.39.8"

  namespace            = "eg"
  stage                = "test"
  name                 = "app"
  availability_zones   = ["eu-central-1a", "eu-central-1b"]
  vpc_id               = aws_vpc.main.id
  igw_id               = aws_internet_gateway.main.id
  cidr_block           = aws_vpc.main.cidr_block
  max_subnet_count     = 3
  nat_gateway_enabled  = false
  nat_instance_enabled = true
  tags                 = { Owner = "web" }
}

# With a route table of one's own for the public subnets, and in the names that it had then.
module "early" {
  source  = "cloudposse/dynamic-subnets/aws"
  version = "0.28.0"

  name                       = "early"
  availability_zones         = ["eu-central-1a", "eu-central-1b"]
  vpc_id                     = aws_vpc.main.id
  igw_id                     = aws_internet_gateway.main.id
  cidr_block                 = "10.0.0.0/16"
  max_subnet_count           = 2
  vpc_default_route_table_id = aws_vpc.main.main_route_table_id
  existing_nat_ips           = ["203.0.113.1", "203.0.113.2"]
  map_public_ip_on_launch    = false
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
}

resource "aws_autoscaling_group" "web" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = module.subnets.private_subnet_ids
}
