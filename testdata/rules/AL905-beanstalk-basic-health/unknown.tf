variable "setting" {
  type = string
}

variable "namespace" {
  type = string
}

resource "aws_elastic_beanstalk_environment" "by_variable" { # unknown AL905
  name        = "by-variable"
  application = "shop"

  setting {
    namespace = "aws:elasticbeanstalk:healthreporting:system"
    name      = "SystemType"
    value     = var.setting
  }
}

resource "aws_elastic_beanstalk_environment" "saved" { # unknown AL905
  name        = "saved"
  application = "shop"
  template_name = "saved-elsewhere"
}

resource "aws_elastic_beanstalk_environment" "some_option" { # unknown AL905
  name        = "some-option"
  application = "shop"

  setting {
    namespace = var.namespace
    name      = "SystemType"
    value     = "enhanced"
  }
}
