variable "setting" {
  type = string
}

variable "namespace" {
  type = string
}

resource "aws_elastic_beanstalk_environment" "by_variable" { # unknown AL908
  name        = "by-variable"
  application = "shop"

  setting {
    namespace = "aws:elasticbeanstalk:managedactions"
    name      = "ManagedActionsEnabled"
    value     = var.setting
  }
}

resource "aws_elastic_beanstalk_environment" "saved" { # unknown AL908
  name        = "saved"
  application = "shop"
  template_name = "saved-elsewhere"
}

resource "aws_elastic_beanstalk_environment" "some_option" { # unknown AL908
  name        = "some-option"
  application = "shop"

  setting {
    namespace = var.namespace
    name      = "ManagedActionsEnabled"
    value     = "true"
  }
}
