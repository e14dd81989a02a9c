variable "kind" {
  type = string
}

variable "level" {
  type = string
}

resource "aws_elastic_beanstalk_environment" "by_variable" { # unknown AL901
  name        = "by-variable"
  application = "shop"

  setting {
    namespace = "aws:elasticbeanstalk:environment"
    name      = "EnvironmentType"
    value     = var.kind
  }
}

# A saved configuration that nothing here declares.
resource "aws_elastic_beanstalk_environment" "saved" { # unknown AL901
  name        = "saved"
  application = "shop"
  template_name = "saved-elsewhere"
}

resource "aws_elastic_beanstalk_environment" "of_some_tier" { # unknown AL901
  name        = "of-some-tier"
  application = "shop"
  tier        = var.level

  setting {
    namespace = "aws:elasticbeanstalk:environment"
    name      = "EnvironmentType"
    value     = "SingleInstance"
  }
}
