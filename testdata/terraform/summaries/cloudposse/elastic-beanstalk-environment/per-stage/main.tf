variable "stages" {
  default = {
    staging = { least = 1, most = 2 }
    prod    = { least = 3, most = 9 }
  }
}

variable "subnets" {
  type = list(string)
}

variable "settings" {
  type = map(string)
}

module "environment" {
  source   = "cloudposse/elastic-beanstalk-environment/aws"
  version  = "0.52.0"
  for_each = var.stages

  name                               = "shop"
  stage                              = each.key
  region                             = "us-east-1"
  elastic_beanstalk_application_name = "shop"
  solution_stack_name                = "64bit Amazon Linux 2023 v4.5.1 running Go 1"
  vpc_id                             = "vpc-0123456789abcdef0"
  application_subnets                = var.subnets
  loadbalancer_type                  = each.key == "prod" ? "application" : "classic"
  autoscale_min                      = each.value.least
  autoscale_max                      = each.value.most
  env_vars                           = var.settings
}

resource "aws_sns_topic" "alarms" {
  name = module.environment["prod"].name
}
