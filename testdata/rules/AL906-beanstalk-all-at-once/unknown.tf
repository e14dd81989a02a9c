variable "setting" {
  type = string
}

variable "namespace" {
  type = string
}

resource "aws_elastic_beanstalk_environment" "by_variable" { # unknown AL906
  name        = "by-variable"
  application = "shop"

  setting {
    namespace = "aws:elasticbeanstalk:command"
    name      = "DeploymentPolicy"
    value     = var.setting
  }
}

resource "aws_elastic_beanstalk_environment" "saved" { # unknown AL906
  name        = "saved"
  application = "shop"
  template_name = "saved-elsewhere"
}

resource "aws_elastic_beanstalk_environment" "some_option" { # unknown AL906
  name        = "some-option"
  application = "shop"

  setting {
    namespace = var.namespace
    name      = "DeploymentPolicy"
    value     = "Immutable"
  }
}
