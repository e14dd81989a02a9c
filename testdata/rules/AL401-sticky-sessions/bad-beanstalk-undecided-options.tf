provider "aws" {
  region = "eu-west-1"
}

variable "logs" {
  default = true
}

variable "type" {
  default = "application"
}

# Whether logs are streamed is not decided, the rest is.
resource "aws_elastic_beanstalk_environment" "web" {
  name                = "web"
  application         = "shop"
  solution_stack_name = "64bit Amazon Linux 2023 v4.0.0 running PHP 8.2"
  dynamic "setting" {
    for_each = var.logs == true ? [1] : []
    content {
      namespace = "aws:elasticbeanstalk:cloudwatch:logs"
      name      = "StreamLogs"
      value     = "true"
    }
  }
  setting {
    namespace = "aws:elasticbeanstalk:environment"
    name      = "LoadBalancerType"
    value     = "application"
  }
  setting {
    namespace = "aws:elasticbeanstalk:environment:process:default"
    name      = "StickinessEnabled"
    value     = "true" # want AL401 "aws_elastic_beanstalk_environment.web ties each user to one instance"
  }
}

# Which load balancer it has is a value by default, and the published module's other options hang on it.
module "published" {
  source  = "cloudposse/elastic-beanstalk-environment/aws"
  version = "0.53.0"

  name                               = "published"
  region                             = "eu-west-1"
  elastic_beanstalk_application_name = "shop"
  solution_stack_name                = "64bit Amazon Linux 2023 v4.0.0 running PHP 8.2"
  vpc_id                             = "vpc-1"
  application_subnets                = ["subnet-1", "subnet-2"]
  loadbalancer_type                  = var.type
  additional_settings = [{
    namespace = "aws:elasticbeanstalk:environment:process:default"
    name      = "StickinessEnabled"
    value     = "true" # want AL401 "module.published.aws_elastic_beanstalk_environment.default\[0\] ties each user to one instance"
  }]
}
