# A network module with its knobs, as the widely used one has them, called twice.
module "full" {
  source               = "./vpc"
  name                 = "full"
  azs                  = ["a", "b", "c"]
  public               = ["10.0.0.0/24", "10.0.1.0/24", "10.0.2.0/24"]
  private              = ["10.0.10.0/24", "10.0.11.0/24", "10.0.12.0/24"]
  database             = ["10.0.20.0/24", "10.0.21.0/24"]
  one_nat_per_az       = true
  private_subnet_names = ["first"]
  tags                 = { Env = "prod" }
}

module "small" {
  source     = "./vpc"
  name       = "small"
  azs        = ["a", "b"]
  private    = [for i in range(4) : cidrsubnet("10.1.0.0/16", 8, i)]
  single_nat = true
  enable_nat = false
}

module "none" {
  source = "./vpc"
  create = false
  name   = "none"
}

resource "aws_db_subnet_group" "this" {
  count = length(module.full.database_cidrs) > 1 ? 1 : 0
  name  = module.full.name
  zones = module.full.database_zones
}

resource "terraform_data" "read" {
  input = [module.full.cidrs, module.small.cidrs, module.none.cidrs, module.small.nat_count, module.full.nat_zones, module.none.name, module.full.routes]
}
