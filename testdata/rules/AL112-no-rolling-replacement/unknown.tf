variable "lifetime" {
  type = number
}

variable "most" {
  type = number
}

resource "aws_launch_template" "web" {
  image_id      = "ami-1"
  instance_type = "t3.small"
}

resource "aws_autoscaling_group" "aging" { # unknown AL112
  min_size              = 2
  max_size              = 4
  max_instance_lifetime = var.lifetime

  launch_template {
    id = aws_launch_template.web.id
  }
}

resource "aws_autoscaling_group" "sized" { # unknown AL112
  min_size = 1
  max_size = var.most

  launch_template {
    id = aws_launch_template.web.id
  }
}
