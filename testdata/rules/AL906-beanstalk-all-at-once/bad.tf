resource "aws_elastic_beanstalk_environment" "by_default" { # want AL906 "because none is written$"
  name        = "by-default"
  application = "shop"
}

resource "aws_elastic_beanstalk_environment" "written" {
  name        = "written"
  application = "shop"

  setting {
    namespace = "aws:elasticbeanstalk:command"
    name      = "DeploymentPolicy"
    value     = "AllAtOnce" # want AL906 "^a new version takes all instances of aws_elastic_beanstalk_environment.written out of service at once: DeploymentPolicy is AllAtOnce$"
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

resource "aws_elastic_beanstalk_environment" "over_template" {
  name        = "over-template"
  application = "shop"
  template_name = aws_elastic_beanstalk_configuration_template.basic.name

  setting {
    namespace = "aws:elasticbeanstalk:command"
    name      = "DeploymentPolicy"
    value     = "AllAtOnce" # want AL906 "aws_elastic_beanstalk_environment.over_template"
  }
}
