variable "certificate" {
  type = string
}

resource "aws_elastic_beanstalk_environment" "web" {
  name        = "web"
  application = "shop"

  dynamic "setting" {
    for_each = var.certificate == "" ? [] : [var.certificate]
    content {
      namespace = "aws:elb:listener:443"
      name      = "SSLCertificateId"
      value     = setting.value
    }
  }

  setting {
    namespace = "aws:autoscaling:asg"
    name      = "MinSize"
    value     = "1" # want AL903 "MinSize is 1$"
  }
}
