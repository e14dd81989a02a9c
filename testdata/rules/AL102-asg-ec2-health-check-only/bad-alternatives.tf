# One of two attachments is always there.
variable "secure" {
  type = bool
}

resource "aws_lb_target_group" "secure" {
  count    = var.secure ? 1 : 0
  port     = 443
  protocol = "HTTPS"
  vpc_id   = "vpc-1"
}

resource "aws_lb_target_group" "plain" {
  count    = var.secure ? 0 : 1
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_autoscaling_group" "web" { # want AL102 "its health check type is EC2 because none is written"
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]
}

resource "aws_autoscaling_attachment" "secure" {
  count                  = var.secure ? 1 : 0
  autoscaling_group_name = aws_autoscaling_group.web.name
  lb_target_group_arn    = aws_lb_target_group.secure[0].arn
}

resource "aws_autoscaling_attachment" "plain" {
  count                  = !var.secure ? 1 : 0
  autoscaling_group_name = aws_autoscaling_group.web.name
  lb_target_group_arn    = aws_lb_target_group.plain[0].arn
}
