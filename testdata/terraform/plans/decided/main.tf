# What the source leaves open, since it hangs on tests of defaults, the plan decides.

provider "aws" {
  region = "eu-west-1"
}

variable "env" {
  default = "prod"
}

variable "zones" {
  default = 1
}

data "aws_availability_zones" "here" {}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "app" {
  count             = 2
  vpc_id            = aws_vpc.main.id
  availability_zone = element(data.aws_availability_zones.here.names, var.zones > 1 ? count.index : 0)
}

resource "aws_autoscaling_group" "web" {
  count               = var.env == "prod" ? 2 : 1
  name                = "web-${count.index}"
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = aws_subnet.app[*].id
}

resource "aws_db_instance" "main" {
  engine         = "postgres"
  instance_class = "db.m6g.large"
  multi_az       = var.env == "test" ? false : var.env == "prod"
}

resource "aws_db_instance" "reports" {
  engine         = "postgres"
  instance_class = "db.m6g.large"
  multi_az       = var.env != "prod"
}

# In this environment there is none.
resource "aws_db_instance" "scratch" {
  count          = var.env == "prod" ? 0 : 1
  engine         = "postgres"
  instance_class = "db.m6g.large"
  multi_az       = false
}
