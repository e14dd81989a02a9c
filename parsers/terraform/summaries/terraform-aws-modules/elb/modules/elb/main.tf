resource "aws_elb" "this" {
  name        = var.name
  name_prefix = var.name_prefix

  internal           = var.internal
  subnets            = var.subnets
  availability_zones = null
  security_groups    = var.security_groups
  instances          = null

  cross_zone_load_balancing   = var.cross_zone_load_balancing
  idle_timeout                = var.idle_timeout
  connection_draining         = var.connection_draining
  connection_draining_timeout = var.connection_draining_timeout

  dynamic "listener" {
    for_each = var.listener

    content {
      lb_port            = listener.value.lb_port
      lb_protocol        = listener.value.lb_protocol
      instance_port      = listener.value.instance_port
      instance_protocol  = listener.value.instance_protocol
      ssl_certificate_id = lookup(listener.value, "ssl_certificate_id", null)
    }
  }

  health_check {
    target              = lookup(var.health_check, "target")
    interval            = lookup(var.health_check, "interval")
    timeout             = lookup(var.health_check, "timeout")
    healthy_threshold   = lookup(var.health_check, "healthy_threshold")
    unhealthy_threshold = lookup(var.health_check, "unhealthy_threshold")
  }

  tags = merge(var.tags, { Name = format("%s", var.name) })
}
