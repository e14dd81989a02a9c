resource "aws_elastic_beanstalk_environment" "by_default" { # want AL903 "^aws_elastic_beanstalk_environment.by_default keeps only one instance behind its load balancer at rest: MinSize is 1 because none is written$"
  name        = "by-default"
  application = "shop"
}

resource "aws_elastic_beanstalk_environment" "written" {
  name        = "written"
  application = "shop"

  setting {
    namespace = "aws:autoscaling:asg"
    name      = "MinSize"
    value     = "1" # want AL903 "MinSize is 1$"
  }

  setting {
    namespace = "aws:autoscaling:asg"
    name      = "MaxSize"
    value     = "6"
  }
}

resource "aws_elastic_beanstalk_configuration_template" "small" {
  name        = "small"
  application = "shop"

  setting {
    namespace = "aws:autoscaling:asg"
    name      = "MinSize"
    value     = "1" # want AL903 "aws_elastic_beanstalk_environment.by_template keeps only one"
  }
}

resource "aws_elastic_beanstalk_environment" "by_template" {
  name        = "by-template"
  application = "shop"
  template_name = aws_elastic_beanstalk_configuration_template.small.name
}
