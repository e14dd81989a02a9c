resource "aws_lb" "shared" {
  name    = "shared"
  subnets = ["subnet-1", "subnet-2"]
}

module "environment" {
  source  = "cloudposse/elastic-beanstalk-environment/aws"
  version = "0.53.0"

  name                               = "tenant"
  region                             = "us-east-1"
  elastic_beanstalk_application_name = "tenant"
  solution_stack_name                = "64bit Amazon Linux 2023 v4.5.1 running Docker"
  vpc_id                             = "vpc-0123456789abcdef0"
  application_subnets                = ["subnet-1", "subnet-2"]

  loadbalancer_type            = "application"
  loadbalancer_is_shared       = true
  shared_loadbalancer_arn      = aws_lb.shared.arn
  loadbalancer_security_groups = ["sg-b", "sg-a"]
}
