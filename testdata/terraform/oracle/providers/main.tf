# Aliased providers, handed to modules; references between instances in modules with count.
provider "aws" {
  region = "eu-west-1"
}

provider "aws" {
  alias  = "west"
  region = "us-west-2"
}

module "replica" {
  source    = "./bucket"
  count     = 2
  name      = "replica-${count.index}"
  providers = { aws = aws.west }
}

module "main" {
  source   = "./bucket"
  name     = "main"
  replicas = module.replica[*].name
}

resource "aws_s3_bucket" "west" {
  provider = aws.west
  bucket   = "west-${module.main.count}"
}
