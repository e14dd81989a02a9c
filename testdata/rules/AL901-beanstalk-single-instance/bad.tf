resource "aws_elastic_beanstalk_environment" "web" {
  name        = "web"
  application = "shop"

  setting {
    namespace = "aws:elasticbeanstalk:environment"
    name      = "EnvironmentType"
    value     = "SingleInstance" # want AL901 "^aws_elastic_beanstalk_environment.web runs on one instance without a load balancer: EnvironmentType is SingleInstance$"
  }
}

resource "aws_elastic_beanstalk_configuration_template" "small" {
  name        = "small"
  application = "shop"

  setting {
    namespace = "aws:elasticbeanstalk:environment"
    name      = "EnvironmentType"
    value     = "SingleInstance" # want AL901 "^aws_elastic_beanstalk_environment.by_template runs on one instance"
  }
}

resource "aws_elastic_beanstalk_environment" "by_template" {
  name        = "by-template"
  application = "shop"
  template_name = aws_elastic_beanstalk_configuration_template.small.name
}

resource "aws_elastic_beanstalk_configuration_template" "large" {
  name        = "large"
  application = "shop"

  setting {
    namespace = "aws:elasticbeanstalk:environment"
    name      = "EnvironmentType"
    value     = "LoadBalanced"
  }
}

# What the environment says wins over its template.
resource "aws_elastic_beanstalk_environment" "over_template" {
  name        = "over-template"
  application = "shop"
  template_name = aws_elastic_beanstalk_configuration_template.large.name

  setting {
    namespace = "aws:elasticbeanstalk:environment"
    name      = "EnvironmentType"
    value     = "SingleInstance" # want AL901 "^aws_elastic_beanstalk_environment.over_template runs"
  }
}
