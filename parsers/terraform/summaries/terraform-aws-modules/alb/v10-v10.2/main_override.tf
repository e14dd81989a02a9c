resource "aws_lb_listener" "this" {
  port     = coalesce(each.value.port, var.default_port)
  protocol = coalesce(each.value.protocol, var.default_protocol)
}
