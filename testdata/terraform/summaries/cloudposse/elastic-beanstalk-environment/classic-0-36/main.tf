module "environment" {
  source  = "cloudposse/elastic-beanstalk-environment/aws"
  version = "0.36.1"

  name                               = "old"
  region                             = "us-east-1"
  elastic_beanstalk_application_name = "old"
  solution_stack_name                = "64bit Amazon Linux 2 v5.8.0 running Node.js 18"
  vpc_id                             = "vpc-0123456789abcdef0"
  application_subnets                = ["subnet-3", "subnet-4"]
  ssh_listener_enabled               = true
  enhanced_reporting_enabled         = false
}

module "worker" {
  source  = "cloudposse/elastic-beanstalk-environment/aws"
  version = "0.36.1"

  name                               = "worker"
  region                             = "us-east-1"
  tier                               = "Worker"
  elastic_beanstalk_application_name = "old"
  solution_stack_name                = "64bit Amazon Linux 2 v5.8.0 running Node.js 18"
  vpc_id                             = "vpc-0123456789abcdef0"
  application_subnets                = ["subnet-3"]
}

resource "aws_sns_topic" "alarms" {
  name = module.environment.name
}
