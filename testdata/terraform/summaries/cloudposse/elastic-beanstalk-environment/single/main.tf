variable "subnets" {
  type    = list(string)
  default = ["subnet-1"]
}

resource "aws_elastic_beanstalk_application" "blog" {
  name = "blog"
}

module "blog" {
  source  = "cloudposse/elastic-beanstalk-environment/aws"
  version = "0.52.0"

  name                               = "blog"
  region                             = "us-east-1"
  elastic_beanstalk_application_name = aws_elastic_beanstalk_application.blog.name
  solution_stack_name                = "64bit Amazon Linux 2023 v4.5.1 running PHP 8.3"

  vpc_id                      = "vpc-0123456789abcdef0"
  application_subnets         = var.subnets
  associate_public_ip_address = true

  environment_type           = "SingleInstance"
  enhanced_reporting_enabled = false
  managed_actions_enabled    = false
  autoscale_min              = 1
  autoscale_max              = 1
  deployment_policy          = "AllAtOnce"

  create_security_group         = false
  associated_security_group_ids = ["sg-2", "sg-1"]
  prefer_legacy_ssm_policy      = false
}
