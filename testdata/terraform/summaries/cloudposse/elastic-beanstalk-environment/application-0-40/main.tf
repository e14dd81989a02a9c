variable "public" {
  type    = list(string)
  default = ["subnet-1", "subnet-2"]
}

resource "aws_security_group" "clients" {
  name   = "clients"
  vpc_id = "vpc-0123456789abcdef0"
}

module "application" {
  source  = "cloudposse/elastic-beanstalk-application/aws"
  version = "0.11.1"

  namespace = "eg"
  stage     = "dev"
  name      = "films"
}

module "environment" {
  source  = "cloudposse/elastic-beanstalk-environment/aws"
  version = "0.40.0"

  namespace                          = "eg"
  stage                              = "dev"
  name                               = "films"
  region                             = "us-east-1"
  elastic_beanstalk_application_name = module.application.elastic_beanstalk_application_name
  solution_stack_name                = "64bit Amazon Linux 2 v5.8.0 running Node.js 18"
  vpc_id                             = "vpc-0123456789abcdef0"
  loadbalancer_subnets               = var.public
  application_subnets                = ["subnet-3", "subnet-4"]
  loadbalancer_type                  = "application"
  autoscale_min                      = 1
  autoscale_max                      = 2
  rolling_update_type                = "Immutable"
  allowed_security_groups            = [aws_security_group.clients.id]
  additional_security_groups         = ["sg-more"]
  prefer_legacy_service_policy       = false
  dns_zone_id                        = "Z0123456789"

  env_vars = {
    MODE = "dev"
  }
}

output "endpoint" {
  value = module.environment.endpoint
}
