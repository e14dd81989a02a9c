variable "template_version" {
  type = string
}

variable "refresh" {
  type = list(string)
}

resource "aws_launch_template" "web" {
  image_id      = "ami-1"
  instance_type = "t3.small"
}

resource "aws_autoscaling_group" "version" { # unknown AL114
  min_size = 2
  max_size = 4

  launch_template {
    id      = aws_launch_template.web.id
    version = var.template_version
  }

  instance_refresh {
    strategy = "Rolling"
  }
}

resource "aws_autoscaling_group" "triggers" { # unknown AL114
  min_size = 2
  max_size = 4

  launch_template {
    id      = aws_launch_template.web.id
    version = "$Latest"
  }

  instance_refresh {
    strategy = "Rolling"
    triggers = var.refresh
  }
}

resource "aws_autoscaling_group" "dynamic" { # unknown AL114
  min_size = 2
  max_size = 4

  launch_template {
    id      = aws_launch_template.web.id
    version = "$Latest"
  }

  dynamic "instance_refresh" {
    for_each = var.refresh
    content {
      strategy = "Rolling"
    }
  }
}
