resource "aws_lb_target_group" "this" {
  for_each = local.create && var.target_groups != null ? var.target_groups : {}

  name        = each.value.name
  name_prefix = each.value.name_prefix
  vpc_id      = coalesce(each.value.vpc_id, var.vpc_id)

  target_type      = each.value.target_type
  port             = each.value.target_type == "lambda" ? null : coalesce(each.value.port, var.default_port)
  protocol         = each.value.target_type == "lambda" ? null : coalesce(each.value.protocol, var.default_protocol)
  protocol_version = each.value.protocol_version
  ip_address_type  = each.value.ip_address_type

  deregistration_delay              = each.value.deregistration_delay
  load_balancing_cross_zone_enabled = each.value.load_balancing_cross_zone_enabled
  preserve_client_ip                = each.value.preserve_client_ip

  dynamic "health_check" {
    for_each = each.value.health_check[*]

    content {
      enabled             = health_check.value.enabled
      protocol            = health_check.value.protocol
      port                = health_check.value.port
      path                = health_check.value.path
      matcher             = health_check.value.matcher
      interval            = health_check.value.interval
      timeout             = health_check.value.timeout
      healthy_threshold   = health_check.value.healthy_threshold
      unhealthy_threshold = health_check.value.unhealthy_threshold
    }
  }

  # Since v10 the type stands as written for network load balancers, too.
  dynamic "stickiness" {
    for_each = each.value.stickiness[*]

    content {
      enabled         = stickiness.value.enabled
      type            = stickiness.value.type
      cookie_duration = stickiness.value.cookie_duration
      cookie_name     = stickiness.value.cookie_name
    }
  }

  dynamic "target_failover" {
    for_each = each.value.target_failover != null ? each.value.target_failover : []

    content {
      on_deregistration = target_failover.value.on_deregistration
      on_unhealthy      = target_failover.value.on_unhealthy
    }
  }

  tags = merge(local.tags, each.value.tags)
}

# Each group has one target of its own unless create_attachment is off.
resource "aws_lb_target_group_attachment" "this" {
  for_each = local.create && var.target_groups != null ? { for k, v in var.target_groups : k => v if v.create_attachment } : {}

  target_group_arn  = aws_lb_target_group.this[each.key].arn
  target_id         = each.value.target_id
  port              = each.value.target_type == "lambda" ? null : coalesce(each.value.port, var.default_port)
  availability_zone = each.value.availability_zone
}

resource "aws_lb_target_group_attachment" "additional" {
  for_each = local.create && var.additional_target_group_attachments != null ? var.additional_target_group_attachments : {}

  target_group_arn  = aws_lb_target_group.this[each.value.target_group_key].arn
  target_id         = each.value.target_id
  port              = each.value.target_type == "lambda" ? null : coalesce(each.value.port, var.default_port)
  availability_zone = each.value.availability_zone
}
