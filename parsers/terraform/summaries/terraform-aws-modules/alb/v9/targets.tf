resource "aws_lb_target_group" "this" {
  for_each = { for k, v in var.target_groups : k => v if local.create }

  name        = try(each.value.name, null)
  name_prefix = try(each.value.name_prefix, null)
  vpc_id      = try(each.value.vpc_id, var.vpc_id)

  target_type      = try(each.value.target_type, null)
  port             = try(each.value.target_type, null) == "lambda" ? null : try(each.value.port, var.default_port)
  protocol         = try(each.value.target_type, null) == "lambda" ? null : try(each.value.protocol, var.default_protocol)
  protocol_version = try(each.value.protocol_version, null)
  ip_address_type  = try(each.value.ip_address_type, null)

  deregistration_delay              = try(each.value.deregistration_delay, null)
  load_balancing_cross_zone_enabled = try(each.value.load_balancing_cross_zone_enabled, null)
  preserve_client_ip                = try(each.value.preserve_client_ip, null)

  dynamic "health_check" {
    for_each = try([each.value.health_check], [])

    content {
      enabled             = try(health_check.value.enabled, null)
      protocol            = try(health_check.value.protocol, null)
      port                = try(health_check.value.port, null)
      path                = try(health_check.value.path, null)
      matcher             = try(health_check.value.matcher, null)
      interval            = try(health_check.value.interval, null)
      timeout             = try(health_check.value.timeout, null)
      healthy_threshold   = try(health_check.value.healthy_threshold, null)
      unhealthy_threshold = try(health_check.value.unhealthy_threshold, null)
    }
  }

  dynamic "stickiness" {
    for_each = try([each.value.stickiness], [])

    content {
      enabled         = try(stickiness.value.enabled, true)
      type            = var.load_balancer_type == "network" ? "source_ip" : stickiness.value.type
      cookie_duration = try(stickiness.value.cookie_duration, null)
      cookie_name     = try(stickiness.value.cookie_name, null)
    }
  }

  dynamic "target_failover" {
    for_each = try(each.value.target_failover, [])

    content {
      on_deregistration = target_failover.value.on_deregistration
      on_unhealthy      = target_failover.value.on_unhealthy
    }
  }

  tags = merge(local.tags, try(each.value.tags, {}))
}

# Each group has one target of its own unless create_attachment is off.
resource "aws_lb_target_group_attachment" "this" {
  for_each = { for k, v in var.target_groups : k => v if local.create && lookup(v, "create_attachment", true) }

  target_group_arn  = aws_lb_target_group.this[each.key].arn
  target_id         = each.value.target_id
  port              = try(each.value.target_type, null) == "lambda" ? null : try(each.value.port, var.default_port)
  availability_zone = try(each.value.availability_zone, null)
}
