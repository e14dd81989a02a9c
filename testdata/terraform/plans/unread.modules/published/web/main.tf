variable "subnets" {
  type = list(string)
}

variable "multi_az" {
  type    = bool
  default = true
}

locals {
  name = "web"
}

resource "aws_autoscaling_group" "this" {
  name                = local.name
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = var.subnets
}

resource "aws_db_instance" "this" {
  engine         = "postgres"
  instance_class = "db.m6g.large"
  multi_az       = var.multi_az
}
