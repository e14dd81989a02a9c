resource "aws_elastic_beanstalk_environment" "by_default" { # want AL908 "because none is written$"
  name        = "by-default"
  application = "shop"
}

resource "aws_elastic_beanstalk_environment" "written" {
  name        = "written"
  application = "shop"

  setting {
    namespace = "aws:elasticbeanstalk:managedactions"
    name      = "ManagedActionsEnabled"
    value     = "false" # want AL908 "^nothing updates the platform of aws_elastic_beanstalk_environment.written by itself: ManagedActionsEnabled is false$"
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

resource "aws_elastic_beanstalk_environment" "over_template" {
  name        = "over-template"
  application = "shop"
  template_name = aws_elastic_beanstalk_configuration_template.basic.name

  setting {
    namespace = "aws:elasticbeanstalk:managedactions"
    name      = "ManagedActionsEnabled"
    value     = "false" # want AL908 "aws_elastic_beanstalk_environment.over_template"
  }
}
