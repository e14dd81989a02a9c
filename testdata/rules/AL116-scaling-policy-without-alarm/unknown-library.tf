# Who calls this module makes the alarms.
variable "group" {
  type = string
}

resource "aws_autoscaling_policy" "grow" { # unknown AL116
  name                   = "grow"
  autoscaling_group_name = var.group
}

output "policy" {
  value = { grow = aws_autoscaling_policy.grow.arn }
}
