variable "standby" {
  type = string
}

resource "aws_elastic_beanstalk_environment" "by_variable" { # unknown AL501
  name        = "by-variable"
  application = "shop"

  setting {
    namespace = "aws:rds:dbinstance"
    name      = "HasCoupledDatabase"
    value     = "true"
  }

  setting {
    namespace = "aws:rds:dbinstance"
    name      = "MultiAZDatabase"
    value     = var.standby
  }
}
