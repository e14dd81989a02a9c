resource "aws_elastic_beanstalk_environment" "classic" { # want AL904 "^no health check path is written for aws_elastic_beanstalk_environment.classic: its load balancer only opens a connection to port 80$"
  name        = "classic"
  application = "shop"
}

resource "aws_elastic_beanstalk_environment" "application" { # want AL904 "asks for ./.$"
  name        = "application"
  application = "shop"

  setting {
    namespace = "aws:elasticbeanstalk:environment"
    name      = "LoadBalancerType"
    value     = "application"
  }
}

resource "aws_elastic_beanstalk_environment" "other_options" { # want AL904 "aws_elastic_beanstalk_environment.other_options"
  name        = "other-options"
  application = "shop"

  setting {
    namespace = "aws:elasticbeanstalk:environment"
    name      = "LoadBalancerType"
    value     = "application"
  }

  setting {
    namespace = "aws:elasticbeanstalk:environment:process:default"
    name      = "HealthCheckInterval"
    value     = "10"
  }
}
