resource "aws_elastic_beanstalk_environment" "written" {
  name        = "written"
  application = "shop"

  setting {
    namespace = "aws:elasticbeanstalk:managedactions"
    name      = "ManagedActionsEnabled"
    value     = "true"
  }
}

resource "aws_elastic_beanstalk_configuration_template" "basic" {
  name        = "basic"
  application = "shop"

  setting {
    namespace = "aws:elasticbeanstalk:managedactions"
    name      = "ManagedActionsEnabled"
    value     = "true"
  }
}

resource "aws_elastic_beanstalk_environment" "by_template" {
  name        = "by-template"
  application = "shop"
  template_name = aws_elastic_beanstalk_configuration_template.basic.name
}

resource "aws_elastic_beanstalk_environment" "in_capitals" {
  name        = "in-capitals"
  application = "shop"

  setting {
    namespace = "aws:elasticbeanstalk:managedactions"
    name      = "ManagedActionsEnabled"
    value     = "True"
  }
}
