# A module that nobody here calls: who does may add a policy to the group that it hands out.
variable "vpc_id" {
  type = string
}

resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = var.vpc_id
}

resource "aws_autoscaling_group" "web" { # unknown AL104
  min_size           = 2
  max_size           = 8
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.web.arn]
}

output "group" {
  value = aws_autoscaling_group.web.name
}
