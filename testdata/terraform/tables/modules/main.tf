# Modules two deep, with count, for_each and providers.

provider "aws" {
  region = "eu-west-1"
}

provider "aws" {
  alias  = "west"
  region = "us-west-2"
}

variable "create" {
  default = true
}

module "net" {
  source = "./net"
  azs    = ["a", "b"]
  name   = "main"
}

module "each" {
  source   = "./net"
  for_each = { x = ["a"], y = ["a", "b"] }
  azs      = each.value
  name     = each.key
  providers = {
    aws = aws.west
  }
}

module "maybe" {
  source = "./net"
  count  = var.create ? 1 : 0
  azs    = ["a"]
}

module "far" {
  source  = "example/vpc/aws"
  version = "5.0.0"
  subnet  = module.net.first
}

module "far_each" {
  source   = "example/vpc/aws"
  for_each = toset(["p", "q"])
}

resource "aws_lb" "uses" {
  subnets   = module.net.ids #= [? <module.net.module.subnets.aws_subnet.this["a"].id>, ? <module.net.module.subnets.aws_subnet.this["b"].id>]
  first     = module.net.first #= ? <module.net.module.subnets.aws_subnet.this["a"].id>
  zones     = module.net.zones #= ["a" <module.net.module.subnets.aws_subnet.this["a"].availability_zone>, "b" <module.net.module.subnets.aws_subnet.this["b"].availability_zone>]
  keyed     = module.each["y"].ids #= [? <module.each["y"].module.subnets.aws_subnet.this["a"].id>, ? <module.each["y"].module.subnets.aws_subnet.this["b"].id>]
  every     = [for m in module.each : m.first] #= [? <module.each["x"].module.subnets.aws_subnet.this["a"].id>, ? <module.each["y"].module.subnets.aws_subnet.this["a"].id>]
  every_key = { for k, m in module.each : k => m.name } #= {x = "x", y = "y"}
  dynamic   = [for k in ["x"] : module.each[k].first] #= [? <module.each["x"].module.subnets.aws_subnet.this["a"].id>]
  maybe     = module.maybe[0].ids #= [? <module.maybe[0].module.subnets.aws_subnet.this["a"].id>]
  splat     = module.maybe[*].first #= ?0..1 <module.maybe[0].module.subnets.aws_subnet.this["a"].id?>
  tried     = try(module.maybe[0].name, "none") #= ?
  far       = module.far.vpc_id #= ? <module.far.vpc_id>
  far_list  = module.far.private_subnets[0] #= ? <module.far.private_subnets>
  far_each  = module.far_each["p"].vpc_id #= ? <module.far_each["p"].vpc_id>
  default   = module.net.size #= 1
  not_there = try(module.net.nothing, "else") #= "else"
}
