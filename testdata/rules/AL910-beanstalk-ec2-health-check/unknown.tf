variable "kind" {
  type = string
}

resource "aws_elastic_beanstalk_environment" "by_variable" { # unknown AL910
  name        = "by-variable"
  application = "shop"

  setting {
    namespace = "aws:elasticbeanstalk:environment"
    name      = "EnvironmentType"
    value     = var.kind
  }
}
