provider "aws" {}

# archlint:ignore AL501 all that this call makes, through another module
module "spares" {
  source = "./modules/pair"
}

module "argued" {
  source   = "./modules/pair"
  multi_az = false # archlint:ignore AL501 the value that is handed down
}

module "kept" {
  source = "./modules/pair"
  names  = ["kept"]
}

module "shared" {
  source   = "./modules/pair/modules/database"
  name     = "shared"
  multi_az = true
}
