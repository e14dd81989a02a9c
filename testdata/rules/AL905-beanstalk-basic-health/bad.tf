resource "aws_elastic_beanstalk_environment" "by_default" { # want AL905 "SystemType is basic because none is written$"
  name        = "by-default"
  application = "shop"
}

resource "aws_elastic_beanstalk_environment" "written" {
  name        = "written"
  application = "shop"

  setting {
    namespace = "aws:elasticbeanstalk:healthreporting:system"
    name      = "SystemType"
    value     = "basic" # want AL905 "^aws_elastic_beanstalk_environment.written reports only basic health: SystemType is basic$"
  }
}

resource "aws_elastic_beanstalk_configuration_template" "basic" {
  name        = "basic"
  application = "shop"

  setting {
    namespace = "aws:elasticbeanstalk:healthreporting:system"
    name      = "SystemType"
    value     = "enhanced"
  }
}

resource "aws_elastic_beanstalk_environment" "over_template" {
  name        = "over-template"
  application = "shop"
  template_name = aws_elastic_beanstalk_configuration_template.basic.name

  setting {
    namespace = "aws:elasticbeanstalk:healthreporting:system"
    name      = "SystemType"
    value     = "basic" # want AL905 "aws_elastic_beanstalk_environment.over_template"
  }
}
