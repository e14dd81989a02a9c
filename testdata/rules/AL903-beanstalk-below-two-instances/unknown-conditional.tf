variable "large" {
  type = string
}

variable "option" {
  type = string
}

resource "aws_elastic_beanstalk_environment" "by_condition" { # unknown AL903
  name        = "by-condition"
  application = "shop"

  setting {
    namespace = "aws:elasticbeanstalk:environment"
    name      = "ServiceRole"
    value     = "beanstalk"
  }

  dynamic "setting" {
    for_each = var.large == "yes" ? ["4"] : []
    content {
      namespace = "aws:autoscaling:asg"
      name      = "MinSize"
      value     = setting.value
    }
  }
}

resource "aws_elastic_beanstalk_environment" "any_option" { # unknown AL903
  name        = "any-option"
  application = "shop"

  dynamic "setting" {
    for_each = var.large == "yes" ? [var.option] : []
    content {
      namespace = "aws:autoscaling:asg"
      name      = setting.value
      value     = "4"
    }
  }
}

resource "aws_elastic_beanstalk_environment" "either_option" { # unknown AL903
  name        = "either-option"
  application = "shop"

  setting {
    namespace = "aws:autoscaling:asg"
    name      = var.large == "yes" ? "MinSize" : "MaxSize"
    value     = "4"
  }
}
