module "off" {
  source  = "cloudposse/elastic-beanstalk-environment/aws"
  version = "0.53.0"
  enabled = false

  name                               = "off"
  region                             = "us-east-1"
  elastic_beanstalk_application_name = "off"
  solution_stack_name                = "64bit Amazon Linux 2023 v4.5.1 running Go 1"
  vpc_id                             = "vpc-0123456789abcdef0"
  application_subnets                = ["subnet-1"]
}

resource "aws_sns_topic" "alarms" {
  name = "alarms${module.off.name}"
}
