resource "aws_elastic_beanstalk_environment" "classic" {
  name        = "classic"
  application = "shop"

  setting {
    namespace = "aws:elasticbeanstalk:application"
    name      = "Application Healthcheck URL"
    value     = "/health"
  }
}

resource "aws_elastic_beanstalk_environment" "application" {
  name        = "application"
  application = "shop"

  setting {
    namespace = "aws:elasticbeanstalk:environment"
    name      = "LoadBalancerType"
    value     = "application"
  }

  setting {
    namespace = "aws:elasticbeanstalk:environment:process:default"
    name      = "HealthCheckPath"
    value     = "/health"
  }
}

resource "aws_elastic_beanstalk_environment" "of_another_process" {
  name        = "of-another-process"
  application = "shop"

  setting {
    namespace = "aws:elasticbeanstalk:environment"
    name      = "LoadBalancerType"
    value     = "application"
  }

  setting {
    namespace = "aws:elasticbeanstalk:environment:process:api"
    name      = "HealthCheckPath"
    value     = "/"
  }
}

# A Network Load Balancer opens connections.
resource "aws_elastic_beanstalk_environment" "network" {
  name        = "network"
  application = "shop"

  setting {
    namespace = "aws:elasticbeanstalk:environment"
    name      = "LoadBalancerType"
    value     = "network"
  }
}

resource "aws_elastic_beanstalk_environment" "worker" {
  name        = "worker"
  application = "shop"
  tier        = "Worker"
}

resource "aws_elastic_beanstalk_environment" "single" {
  name        = "single"
  application = "shop"

  setting {
    namespace = "aws:elasticbeanstalk:environment"
    name      = "EnvironmentType"
    value     = "SingleInstance"
  }
}
