module "vpc" {
  source = "./network"
}

module "environment" {
  source  = "./environment"
  subnets = module.vpc.subnets
}
