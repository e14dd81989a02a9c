# A module that is called in production only, and one that is not: what is written by the environment is decided in both.
variable "env" {
  type    = string
  default = "dev"
}

locals {
  production = var.env == "prod"
}

module "large" {
  source   = "./database"
  count    = local.production ? 1 : 0
  multi_az = local.production
}

module "small" {
  source   = "./database"
  count    = local.production ? 0 : 1
  multi_az = local.production
}
