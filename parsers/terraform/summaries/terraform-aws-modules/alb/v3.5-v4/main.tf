# A load balancer with access logs is another resource than one without.
locals {
  with_logs    = var.create_alb && var.logging_enabled
  without_logs = var.create_alb && !var.logging_enabled

  defaults = merge({
    cookie_duration                  = "86400"
    deregistration_delay             = "300"
    health_check_interval            = "10"
    health_check_healthy_threshold   = "3"
    health_check_path                = "/"
    health_check_port                = "traffic-port"
    health_check_timeout             = "5"
    health_check_unhealthy_threshold = "3"
    health_check_matcher             = "200-299"
    stickiness_enabled               = "true"
    target_type                      = "instance"
    slow_start                       = "0"
  }, var.target_groups_defaults)
}

resource "aws_lb" "application" {
  count = local.with_logs ? 1 : 0

  name        = var.load_balancer_name
  name_prefix = null

  load_balancer_type               = "application"
  internal                         = var.load_balancer_is_internal
  ip_address_type                  = var.ip_address_type
  subnets                          = var.subnets
  security_groups                  = var.security_groups
  enable_cross_zone_load_balancing = var.enable_cross_zone_load_balancing
  customer_owned_ipv4_pool         = null

  dynamic "subnet_mapping" {
    for_each = []
    content {}
  }

  tags = merge(var.tags, { Name = var.load_balancer_name })
}

resource "aws_lb_target_group" "main" {
  count = local.with_logs ? var.target_groups_count : 0

  name        = var.target_groups[count.index].name
  name_prefix = null
  vpc_id      = var.vpc_id

  target_type      = lookup(var.target_groups[count.index], "target_type", local.defaults.target_type)
  port             = var.target_groups[count.index].backend_port
  protocol         = upper(var.target_groups[count.index].backend_protocol)
  protocol_version = null

  deregistration_delay              = lookup(var.target_groups[count.index], "deregistration_delay", local.defaults.deregistration_delay)
  load_balancing_cross_zone_enabled = null
  preserve_client_ip                = null

  health_check {
    protocol            = upper(lookup(var.target_groups[count.index], "healthcheck_protocol", var.target_groups[count.index].backend_protocol))
    port                = lookup(var.target_groups[count.index], "health_check_port", local.defaults.health_check_port)
    path                = lookup(var.target_groups[count.index], "health_check_path", local.defaults.health_check_path)
    matcher             = lookup(var.target_groups[count.index], "health_check_matcher", local.defaults.health_check_matcher)
    interval            = lookup(var.target_groups[count.index], "health_check_interval", local.defaults.health_check_interval)
    timeout             = lookup(var.target_groups[count.index], "health_check_timeout", local.defaults.health_check_timeout)
    healthy_threshold   = lookup(var.target_groups[count.index], "health_check_healthy_threshold", local.defaults.health_check_healthy_threshold)
    unhealthy_threshold = lookup(var.target_groups[count.index], "health_check_unhealthy_threshold", local.defaults.health_check_unhealthy_threshold)
  }

  # On unless turned off.
  stickiness {
    type            = "lb_cookie"
    cookie_duration = lookup(var.target_groups[count.index], "cookie_duration", local.defaults.cookie_duration)
    enabled         = lookup(var.target_groups[count.index], "stickiness_enabled", local.defaults.stickiness_enabled)
  }

  tags = merge(var.tags, { Name = var.target_groups[count.index].name })
}

resource "aws_lb_listener" "frontend_http_tcp" {
  count = local.with_logs ? var.http_tcp_listeners_count : 0

  load_balancer_arn = aws_lb.application[0].arn
  port              = var.http_tcp_listeners[count.index].port
  protocol          = var.http_tcp_listeners[count.index].protocol

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.main[lookup(var.http_tcp_listeners[count.index], "target_group_index", count.index)].id
  }
}

resource "aws_lb_listener" "frontend_https" {
  count = local.with_logs ? var.https_listeners_count : 0

  load_balancer_arn = aws_lb.application[0].arn
  port              = var.https_listeners[count.index].port
  protocol          = "HTTPS"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.main[lookup(var.https_listeners[count.index], "target_group_index", count.index)].id
  }
}

resource "aws_lb" "application_no_logs" {
  count = local.without_logs ? 1 : 0

  name        = var.load_balancer_name
  name_prefix = null

  load_balancer_type               = "application"
  internal                         = var.load_balancer_is_internal
  ip_address_type                  = var.ip_address_type
  subnets                          = var.subnets
  security_groups                  = var.security_groups
  enable_cross_zone_load_balancing = var.enable_cross_zone_load_balancing
  customer_owned_ipv4_pool         = null

  dynamic "subnet_mapping" {
    for_each = []
    content {}
  }

  tags = merge(var.tags, { Name = var.load_balancer_name })
}

resource "aws_lb_target_group" "main_no_logs" {
  count = local.without_logs ? var.target_groups_count : 0

  name        = var.target_groups[count.index].name
  name_prefix = null
  vpc_id      = var.vpc_id

  target_type      = lookup(var.target_groups[count.index], "target_type", local.defaults.target_type)
  port             = var.target_groups[count.index].backend_port
  protocol         = upper(var.target_groups[count.index].backend_protocol)
  protocol_version = null

  deregistration_delay              = lookup(var.target_groups[count.index], "deregistration_delay", local.defaults.deregistration_delay)
  load_balancing_cross_zone_enabled = null
  preserve_client_ip                = null

  health_check {
    protocol            = upper(lookup(var.target_groups[count.index], "healthcheck_protocol", var.target_groups[count.index].backend_protocol))
    port                = lookup(var.target_groups[count.index], "health_check_port", local.defaults.health_check_port)
    path                = lookup(var.target_groups[count.index], "health_check_path", local.defaults.health_check_path)
    matcher             = lookup(var.target_groups[count.index], "health_check_matcher", local.defaults.health_check_matcher)
    interval            = lookup(var.target_groups[count.index], "health_check_interval", local.defaults.health_check_interval)
    timeout             = lookup(var.target_groups[count.index], "health_check_timeout", local.defaults.health_check_timeout)
    healthy_threshold   = lookup(var.target_groups[count.index], "health_check_healthy_threshold", local.defaults.health_check_healthy_threshold)
    unhealthy_threshold = lookup(var.target_groups[count.index], "health_check_unhealthy_threshold", local.defaults.health_check_unhealthy_threshold)
  }

  # On unless turned off.
  stickiness {
    type            = "lb_cookie"
    cookie_duration = lookup(var.target_groups[count.index], "cookie_duration", local.defaults.cookie_duration)
    enabled         = lookup(var.target_groups[count.index], "stickiness_enabled", local.defaults.stickiness_enabled)
  }

  tags = merge(var.tags, { Name = var.target_groups[count.index].name })
}

resource "aws_lb_listener" "frontend_http_tcp_no_logs" {
  count = local.without_logs ? var.http_tcp_listeners_count : 0

  load_balancer_arn = aws_lb.application_no_logs[0].arn
  port              = var.http_tcp_listeners[count.index].port
  protocol          = var.http_tcp_listeners[count.index].protocol

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.main_no_logs[lookup(var.http_tcp_listeners[count.index], "target_group_index", count.index)].id
  }
}

resource "aws_lb_listener" "frontend_https_no_logs" {
  count = local.without_logs ? var.https_listeners_count : 0

  load_balancer_arn = aws_lb.application_no_logs[0].arn
  port              = var.https_listeners[count.index].port
  protocol          = "HTTPS"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.main_no_logs[lookup(var.https_listeners[count.index], "target_group_index", count.index)].id
  }
}
