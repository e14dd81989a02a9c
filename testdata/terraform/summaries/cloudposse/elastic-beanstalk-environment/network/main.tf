variable "certificate" {
  default = ""
}

module "environment" {
  source  = "cloudposse/elastic-beanstalk-environment/aws"
  version = "0.49.0"

  name                               = "gateway"
  region                             = "us-east-1"
  elastic_beanstalk_application_name = "gateway"
  solution_stack_name                = "64bit Amazon Linux 2023 v4.5.1 running Go 1"
  vpc_id                             = "vpc-0123456789abcdef0"
  application_subnets                = ["subnet-1", "subnet-2"]
  loadbalancer_subnets               = ["subnet-3", "subnet-4"]
  loadbalancer_type                  = "network"
  application_port                   = 8080
}

module "classic" {
  source  = "cloudposse/elastic-beanstalk-environment/aws"
  version = "0.49.0"

  name                               = "old"
  region                             = "us-east-1"
  elastic_beanstalk_application_name = "old"
  solution_stack_name                = "64bit Amazon Linux 2023 v4.5.1 running Go 1"
  vpc_id                             = "vpc-0123456789abcdef0"
  application_subnets                = ["subnet-1", "subnet-2"]
  loadbalancer_certificate_arn       = var.certificate
  loadbalancer_crosszone             = false
  ssh_listener_enabled               = true
}

resource "aws_sns_topic" "alarms" {
  name = module.classic.name
}
