resource "aws_lb" "this" {
  security_groups = var.security_groups

  tags = merge(var.tags, var.lb_tags, { Name = var.name != null ? var.name : var.name_prefix })
}

resource "aws_lb_target_group" "main" {
  # Not an input before 8.3.
  load_balancing_cross_zone_enabled = null

  dynamic "health_check" {
    for_each = length(keys(lookup(var.target_groups[count.index], "health_check", {}))) == 0 ? [] : [var.target_groups[count.index].health_check]

    content {
      enabled             = lookup(health_check.value, "enabled", null)
      protocol            = lookup(health_check.value, "protocol", null)
      port                = lookup(health_check.value, "port", null)
      path                = lookup(health_check.value, "path", null)
      matcher             = lookup(health_check.value, "matcher", null)
      interval            = lookup(health_check.value, "interval", null)
      timeout             = lookup(health_check.value, "timeout", null)
      healthy_threshold   = lookup(health_check.value, "healthy_threshold", null)
      unhealthy_threshold = lookup(health_check.value, "unhealthy_threshold", null)
    }
  }

  dynamic "stickiness" {
    for_each = length(keys(lookup(var.target_groups[count.index], "stickiness", {}))) == 0 ? [] : [var.target_groups[count.index].stickiness]

    content {
      enabled         = lookup(stickiness.value, "enabled", null)
      type            = lookup(stickiness.value, "type", null)
      cookie_duration = lookup(stickiness.value, "cookie_duration", null)
      cookie_name     = lookup(stickiness.value, "cookie_name", null)
    }
  }
}
