resource "aws_elastic_beanstalk_environment" "written" {
  name        = "written"
  application = "shop"

  setting {
    namespace = "aws:elasticbeanstalk:healthreporting:system"
    name      = "SystemType"
    value     = "enhanced"
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

resource "aws_elastic_beanstalk_environment" "by_template" {
  name        = "by-template"
  application = "shop"
  template_name = aws_elastic_beanstalk_configuration_template.basic.name
}
