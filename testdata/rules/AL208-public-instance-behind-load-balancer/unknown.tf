variable "subnets" {
  type = list(string)
}

variable "vpc" {
  type = string
}

resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = var.vpc
}

resource "aws_launch_template" "plain" {
  image_id = "ami-1"
}

resource "aws_autoscaling_group" "perhaps" { # unknown AL208
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = var.subnets
  target_group_arns   = [aws_lb_target_group.web.arn]

  launch_template {
    id = aws_launch_template.plain.id
  }
}

# It has a public address, but whether there is another way out of its VPC is not in sight.
resource "aws_subnet" "public" {
  vpc_id                  = var.vpc
  map_public_ip_on_launch = true
}

resource "aws_autoscaling_group" "elsewhere" { # unknown AL208
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [aws_subnet.public.id]
  target_group_arns   = [aws_lb_target_group.web.arn]

  launch_template {
    id = aws_launch_template.plain.id
  }
}
