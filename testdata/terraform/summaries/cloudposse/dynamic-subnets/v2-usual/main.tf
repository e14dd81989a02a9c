provider "aws" {
  region = "eu-west-1"
}

variable "availability_zones" {
  type    = list(string)
  default = ["eu-west-1a", "eu-west-1b"]
}

module "subnets" {
  source  = "cloudposse/dynamic-subnets/aws"
  version = "2.4.2"

  namespace          = "eg"
  stage              = "dev"
  name               = "app"
  vpc_id             = "vpc-0123456789abcdef0"
  igw_id             = ["igw-0123456789abcdef0"]
  ipv4_cidr_block    = ["172.16.0.0/16"]
  availability_zones = var.availability_zones
  max_nats           = 1
}

# All zones of the region, private subnets alone.
module "private" {
  source  = "cloudposse/dynamic-subnets/aws"
  version = "2.0.4"

  name                   = "private"
  vpc_id                 = "vpc-0123456789abcdef0"
  public_subnets_enabled = false
  nat_gateway_enabled    = false

  ipv4_cidrs = [{
    private = ["10.0.0.0/24", "10.0.1.0/24", "10.0.2.0/24"]
    public  = []
  }]
}

resource "aws_ecs_service" "web" {
  network_configuration {
    subnets = module.subnets.private_subnet_ids
  }
}
