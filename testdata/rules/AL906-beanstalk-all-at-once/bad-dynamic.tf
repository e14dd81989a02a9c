variable "environment" {
  type = map(string)
}

locals {
  deployment = { DeploymentPolicy = "AllAtOnce" }
}

# Whatever these are, they are environment properties.
resource "aws_elastic_beanstalk_environment" "properties" { # want AL906 "DeploymentPolicy is AllAtOnce because none is written$"
  name        = "properties"
  application = "shop"

  dynamic "setting" {
    for_each = var.environment
    content {
      namespace = "aws:elasticbeanstalk:application:environment"
      name      = setting.key
      value     = setting.value
    }
  }
}

resource "aws_elastic_beanstalk_environment" "deployment" {
  name        = "deployment"
  application = "shop"

  dynamic "setting" {
    for_each = local.deployment
    content {
      namespace = "aws:elasticbeanstalk:command"
      name      = setting.key
      value     = setting.value # want AL906 "DeploymentPolicy is AllAtOnce"
    }
  }
}
