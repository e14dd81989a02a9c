resource "aws_elastic_beanstalk_environment" "written" {
  name        = "written"
  application = "shop"

  setting {
    namespace = "aws:elasticbeanstalk:command"
    name      = "DeploymentPolicy"
    value     = "Immutable"
  }
}

resource "aws_elastic_beanstalk_configuration_template" "basic" {
  name        = "basic"
  application = "shop"

  setting {
    namespace = "aws:elasticbeanstalk:command"
    name      = "DeploymentPolicy"
    value     = "Immutable"
  }
}

resource "aws_elastic_beanstalk_environment" "by_template" {
  name        = "by-template"
  application = "shop"
  template_name = aws_elastic_beanstalk_configuration_template.basic.name
}

resource "aws_elastic_beanstalk_environment" "rolling" {
  name        = "rolling"
  application = "shop"

  setting {
    namespace = "aws:elasticbeanstalk:command"
    name      = "DeploymentPolicy"
    value     = "Rolling"
  }
}

# There is only one to take out of service.
resource "aws_elastic_beanstalk_environment" "single" {
  name        = "single"
  application = "shop"

  setting {
    namespace = "aws:elasticbeanstalk:environment"
    name      = "EnvironmentType"
    value     = "SingleInstance"
  }
}

# Messages wait in their queue.
resource "aws_elastic_beanstalk_environment" "worker" {
  name        = "worker"
  application = "shop"
  tier        = "Worker"
}
