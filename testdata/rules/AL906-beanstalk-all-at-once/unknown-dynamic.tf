variable "settings" {
  type = list(object({ namespace = string, name = string, value = string }))
}

variable "command" {
  type = map(string)
}

resource "aws_elastic_beanstalk_environment" "any" { # unknown AL906
  name        = "any"
  application = "shop"

  dynamic "setting" {
    for_each = var.settings
    content {
      namespace = setting.value.namespace
      name      = setting.value.name
      value     = setting.value.value
    }
  }
}

resource "aws_elastic_beanstalk_environment" "command" { # unknown AL906
  name        = "command"
  application = "shop"

  dynamic "setting" {
    for_each = var.command
    content {
      namespace = "aws:elasticbeanstalk:command"
      name      = setting.key
      value     = setting.value
    }
  }
}
