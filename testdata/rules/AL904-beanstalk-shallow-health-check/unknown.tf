variable "path" {
  type = string
}

variable "namespace" {
  type = string
}

variable "balancer" {
  type = string
}

resource "aws_elastic_beanstalk_environment" "by_variable" { # unknown AL904
  name        = "by-variable"
  application = "shop"

  setting {
    namespace = "aws:elasticbeanstalk:application"
    name      = "Application Healthcheck URL"
    value     = var.path
  }
}

resource "aws_elastic_beanstalk_environment" "some_process" { # unknown AL904
  name        = "some-process"
  application = "shop"

  setting {
    namespace = "aws:elasticbeanstalk:environment"
    name      = "LoadBalancerType"
    value     = "application"
  }

  setting {
    namespace = var.namespace
    name      = "HealthCheckPath"
    value     = "/health"
  }
}

resource "aws_elastic_beanstalk_environment" "some_balancer" { # unknown AL904
  name        = "some-balancer"
  application = "shop"

  setting {
    namespace = "aws:elasticbeanstalk:environment"
    name      = "LoadBalancerType"
    value     = var.balancer
  }
}
