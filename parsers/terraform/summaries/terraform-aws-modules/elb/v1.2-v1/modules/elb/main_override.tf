resource "aws_elb" "this" {
  health_check {
    target              = lookup(var.health_check[0], "target")
    interval            = lookup(var.health_check[0], "interval")
    timeout             = lookup(var.health_check[0], "timeout")
    healthy_threshold   = lookup(var.health_check[0], "healthy_threshold")
    unhealthy_threshold = lookup(var.health_check[0], "unhealthy_threshold")
  }
}
