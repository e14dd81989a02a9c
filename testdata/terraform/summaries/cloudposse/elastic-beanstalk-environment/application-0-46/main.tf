module "base" {
  source  = "cloudposse/label/null"
  version = "0.25.0"

  namespace = "eg"
  stage     = "test"
  name      = "app"
}

resource "aws_subnet" "one" {
  vpc_id            = "vpc-0123456789abcdef0"
  cidr_block        = "10.0.1.0/24"
  availability_zone = "us-east-2a"
}

module "application" {
  source  = "cloudposse/elastic-beanstalk-application/aws"
  version = "0.11.1"
  context = module.base.context
}

module "environment" {
  source  = "cloudposse/elastic-beanstalk-environment/aws"
  version = "0.46.1"
  context = module.base.context

  region                             = "us-east-2"
  elastic_beanstalk_application_name = module.application.elastic_beanstalk_application_name
  solution_stack_name                = "64bit Amazon Linux 2 v5.8.0 running Node.js 18"
  vpc_id                             = "vpc-0123456789abcdef0"
  loadbalancer_type                  = "application"
  loadbalancer_subnets               = [aws_subnet.one.id]
  application_subnets                = [aws_subnet.one.id]
  autoscale_min                      = 1
  autoscale_max                      = 2
  updating_min_in_service            = 0
}
