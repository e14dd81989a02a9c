module "worker" {
  source  = "cloudposse/elastic-beanstalk-environment/aws"
  version = "0.51.2"

  name                               = "worker"
  region                             = "us-east-1"
  tier                               = "Worker"
  elastic_beanstalk_application_name = "shop"
  solution_stack_name                = "64bit Amazon Linux 2023 v4.5.1 running Ruby 3.2"
  vpc_id                             = "vpc-0123456789abcdef0"
  application_subnets                = ["subnet-b", "subnet-a"]
  availability_zone_selector         = "Any 3"
  dns_zone_id                        = "Z0123456789"
  autoscale_measure_name             = "NetworkOut"

  additional_settings = [{
    namespace = "aws:elasticbeanstalk:sqsd"
    name      = "VisibilityTimeout"
    value     = "300"
  }]
}

resource "aws_sqs_queue" "dead" {
  name = "dead-${module.worker.name}"
}
