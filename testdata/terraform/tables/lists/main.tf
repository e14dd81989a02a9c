# What is known of the lists that data sources give: an element of one is a text.
provider "aws" {}

data "aws_subnets" "x" {
  tags = { Tier = "web" }
}

data "aws_subnet_ids" "old" {
  vpc_id = "vpc-1"
}

data "aws_subnets" "each" {
  for_each = toset(["a"])
}

data "aws_subnet" "one" {
  availability_zone = "eu-west-1a"
}

data "aws_vpc" "x" {}

resource "aws_t" "lists" {
  whole   = data.aws_subnets.x.ids                 #= ? <data.aws_subnets.x.ids>
  first   = data.aws_subnets.x.ids[0]              #= ? <data.aws_subnets.x.ids>
  of_set  = tolist(data.aws_subnet_ids.old.ids)[0] #= ? <data.aws_subnet_ids.old.ids>
  list    = [data.aws_subnets.x.ids[0]]            #= [? <data.aws_subnets.x.ids>]
  keyed   = data.aws_subnets.each["a"].ids[0]      #= ? <data.aws_subnets.each["a"].ids>
  written = data.aws_subnet.one.availability_zone  #= "eu-west-1a" <data.aws_subnet.one.availability_zone>
  tag     = data.aws_subnets.x.tags["Tier"]        #= "web" <data.aws_subnets.x.tags>
  other   = data.aws_vpc.x.cidr_block_associations #= ? <data.aws_vpc.x.cidr_block_associations>
}
