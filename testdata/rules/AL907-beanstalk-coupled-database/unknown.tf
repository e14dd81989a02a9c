variable "database" {
  type = string
}

variable "policy" {
  type = string
}

resource "aws_elastic_beanstalk_environment" "by_variable" { # unknown AL907
  name        = "by-variable"
  application = "shop"

  setting {
    namespace = "aws:rds:dbinstance"
    name      = "HasCoupledDatabase"
    value     = var.database
  }
}

resource "aws_elastic_beanstalk_environment" "saved" { # unknown AL907
  name        = "saved"
  application = "shop"
  template_name = "saved-elsewhere"
}

resource "aws_elastic_beanstalk_environment" "policy" { # unknown AL907
  name        = "policy"
  application = "shop"

  setting {
    namespace = "aws:rds:dbinstance"
    name      = "HasCoupledDatabase"
    value     = "true"
  }

  setting {
    namespace = "aws:rds:dbinstance"
    name      = "DBDeletionPolicy"
    value     = var.policy
  }
}
