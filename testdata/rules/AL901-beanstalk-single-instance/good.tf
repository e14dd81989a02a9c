# LoadBalanced is the default.
resource "aws_elastic_beanstalk_environment" "by_default" {
  name        = "by-default"
  application = "shop"
}

resource "aws_elastic_beanstalk_environment" "balanced" {
  name        = "balanced"
  application = "shop"

  setting {
    namespace = "aws:elasticbeanstalk:environment"
    name      = "EnvironmentType"
    value     = "LoadBalanced"
  }
}

# A worker that is alone only works more slowly.
resource "aws_elastic_beanstalk_environment" "worker" {
  name        = "worker"
  application = "shop"
  tier        = "Worker"

  setting {
    namespace = "aws:elasticbeanstalk:environment"
    name      = "EnvironmentType"
    value     = "SingleInstance"
  }
}

resource "aws_elastic_beanstalk_configuration_template" "small" {
  name        = "small"
  application = "shop"

  setting {
    namespace = "aws:elasticbeanstalk:environment"
    name      = "EnvironmentType"
    value     = "SingleInstance"
  }
}

resource "aws_elastic_beanstalk_environment" "over_template" {
  name        = "over-template"
  application = "shop"
  template_name = aws_elastic_beanstalk_configuration_template.small.name

  setting {
    namespace = "aws:elasticbeanstalk:environment"
    name      = "EnvironmentType"
    value     = "LoadBalanced"
  }
}
