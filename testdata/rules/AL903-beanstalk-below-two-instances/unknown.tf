variable "least" {
  type = string
}

resource "aws_elastic_beanstalk_environment" "by_variable" { # unknown AL903
  name        = "by-variable"
  application = "shop"

  setting {
    namespace = "aws:autoscaling:asg"
    name      = "MinSize"
    value     = var.least
  }
}

resource "aws_elastic_beanstalk_environment" "saved" { # unknown AL903
  name        = "saved"
  application = "shop"
  template_name = "saved-elsewhere"
}
