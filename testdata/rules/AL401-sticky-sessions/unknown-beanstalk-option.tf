variable "sticky" {
  default = false
}

resource "aws_elastic_beanstalk_environment" "web" { # unknown AL401
  name                = "web"
  application         = "shop"
  solution_stack_name = "64bit Amazon Linux 2023 v4.0.0 running PHP 8.2"
  setting {
    namespace = "aws:elasticbeanstalk:environment"
    name      = "LoadBalancerType"
    value     = "application"
  }
  setting {
    namespace = "aws:elasticbeanstalk:environment:process:default"
    name      = "StickinessEnabled"
    value     = "true"
  }
  dynamic "setting" { # it may take the stickiness back
    for_each = var.sticky == true ? [] : [1]
    content {
      namespace = "aws:elasticbeanstalk:environment:process:default"
      name      = "StickinessEnabled"
      value     = "false"
    }
  }
}
