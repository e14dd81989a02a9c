# Inputs of which nothing is known.

variable "public" { type = list(string) }
variable "private" { type = list(string) }
variable "azs" { type = list(string) }
variable "nat" { type = bool }
variable "single" { type = bool }
variable "per" { type = bool }
variable "cidr" { type = string }
variable "az" { type = string }
variable "create" { type = bool }
module "lists" {
  source             = "terraform-aws-modules/vpc/aws"
  version            = "5.21.0"
  azs                = var.azs
  public_subnets     = var.public
  private_subnets    = var.private
  enable_nat_gateway = true
}
module "flags" {
  source                               = "terraform-aws-modules/vpc/aws"
  version                              = "5.21.0"
  cidr                                 = var.cidr
  azs                                  = ["eu-west-1a", "eu-west-1b"]
  public_subnets                       = [cidrsubnet(var.cidr, 8, 0), cidrsubnet(var.cidr, 8, 1)]
  private_subnets                      = [cidrsubnet(var.cidr, 8, 2), cidrsubnet(var.cidr, 8, 3)]
  database_subnets                     = ["10.0.0.0/24", "10.0.1.0/24"]
  enable_nat_gateway                   = var.nat
  single_nat_gateway                   = var.single
  one_nat_gateway_per_az               = var.per
  create_database_subnet_route_table   = var.nat
  enable_flow_log                      = var.nat
  create_flow_log_cloudwatch_iam_role  = true
  create_flow_log_cloudwatch_log_group = true
}
module "created" {
  source          = "terraform-aws-modules/vpc/aws"
  version         = "3.19.0"
  create_vpc      = var.create
  azs             = [var.az, "${var.az}b"]
  public_subnets  = ["10.0.0.0/24", "10.0.1.0/24"]
  private_subnets = ["10.0.2.0/24", "10.0.3.0/24"]
}
