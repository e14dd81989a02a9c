# What a plan alone tells of references: the test beside the package that reads plans lists it.

provider "aws" {
  region = "eu-west-1"
}

provider "aws" {
  alias  = "west"
  region = "us-west-2"
}

variable "pick" {
  default = "a"
}

locals {
  vpc = aws_vpc.main.id
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_vpc" "spare" {
  count      = 0
  cidr_block = "10.1.0.0/16"
}

resource "aws_subnet" "app" {
  count      = 3
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.${count.index}.0/24"
}

resource "aws_subnet" "by_name" {
  for_each   = toset(["a", "b"])
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.10${each.key == "a" ? 1 : 2}.0/24"
}

resource "aws_probe" "all" {
  one          = aws_vpc.main.id
  template     = "vpc/${aws_vpc.main.id}"
  through      = local.vpc
  fallback     = try(aws_vpc.spare[0].id, aws_vpc.main.id)
  condition    = var.pick == "a" ? aws_subnet.app[0].id : aws_subnet.app[1].id
  splat        = aws_subnet.app[*].id
  listed       = [aws_subnet.app[2].id, aws_subnet.app[0].id]
  with_literal = ["subnet-1", aws_subnet.app[0].id]
  by_index     = aws_subnet.app[length(var.pick)].id
  some         = slice(aws_subnet.app[*].id, 0, 2)
  keyed        = aws_subnet.by_name[var.pick].id
  values       = values(aws_subnet.by_name)[*].id
  single       = one(module.app[*].subnet)
  output       = module.app[0].subnets
  whole        = module.app[0].whole.id
  opaque       = module.app[0].opaque
  known        = aws_vpc.main.cidr_block
  tags = {
    vpc  = aws_vpc.main.id
    name = "probe"
  }
  nothing      = null
  through_null = module.app[0].nothing
  time         = timestamp()
  since        = "${var.pick} ${timestamp()}"

  block {
    subnet = aws_subnet.app[0].id
    port   = 80
  }

  block {
    subnet = aws_subnet.app[1].id
    port   = 81
  }

  dynamic "made" {
    for_each = ["x"]
    content {
      subnet = aws_subnet.app[2].id
      name   = made.value
    }
  }

  depends_on = [aws_subnet.by_name]
}

resource "aws_route_table_association" "app" {
  count     = 3
  subnet_id = aws_subnet.app[count.index].id
}

resource "aws_route_table_association" "by_name" {
  for_each  = aws_subnet.by_name
  subnet_id = each.value.id
}

module "app" {
  source  = "./app"
  count   = 1
  vpc     = aws_vpc.main.id
  object  = aws_vpc.main
  subnets = aws_subnet.app[*].id
  providers = {
    aws = aws.west
  }
}
