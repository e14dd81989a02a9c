# The module is handed whom to admit: the finding stands where that is written.
provider "aws" {
  region = "eu-west-1"
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

module "database" {
  source = "./database"
  vpc    = aws_vpc.main.id
  admit  = ["192.0.2.1/32", aws_vpc.main.cidr_block]
}

module "closed" {
  source = "./database"
  vpc    = aws_vpc.main.id
  admit  = ["192.0.2.1/32"]
}
