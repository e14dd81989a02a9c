locals {
  scales = module.this.enabled && var.autoscaling_policies_enabled
}

resource "aws_autoscaling_policy" "scale_up" {
  count = local.scales ? 1 : 0

  name                   = "${module.this.id}${module.this.delimiter}scale${module.this.delimiter}up"
  autoscaling_group_name = aws_autoscaling_group.default[0].name
  enabled                = null
  policy_type            = var.scale_up_policy_type
  adjustment_type        = var.scale_up_adjustment_type
  scaling_adjustment     = var.scale_up_scaling_adjustment
  cooldown               = var.scale_up_cooldown_seconds

  dynamic "step_adjustment" {
    for_each = []
    content {}
  }
  dynamic "target_tracking_configuration" {
    for_each = []
    content {}
  }
  dynamic "predictive_scaling_configuration" {
    for_each = []
    content {}
  }
}

resource "aws_autoscaling_policy" "scale_down" {
  count = local.scales ? 1 : 0

  name                   = "${module.this.id}${module.this.delimiter}scale${module.this.delimiter}down"
  autoscaling_group_name = aws_autoscaling_group.default[0].name
  enabled                = null
  policy_type            = var.scale_down_policy_type
  adjustment_type        = var.scale_down_adjustment_type
  scaling_adjustment     = var.scale_down_scaling_adjustment
  cooldown               = var.scale_down_cooldown_seconds

  dynamic "step_adjustment" {
    for_each = []
    content {}
  }
  dynamic "target_tracking_configuration" {
    for_each = []
    content {}
  }
  dynamic "predictive_scaling_configuration" {
    for_each = []
    content {}
  }
}
