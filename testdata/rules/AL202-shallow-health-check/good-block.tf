# A block without a protocol means HTTP, also before TCP targets.
resource "aws_lb_target_group" "network" {
  port     = 80
  protocol = "TCP"
  vpc_id   = "vpc-1"
  health_check {
    interval = 10
  }
}
