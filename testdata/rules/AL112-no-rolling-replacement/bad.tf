resource "aws_launch_template" "web" {
  image_id      = "ami-1"
  instance_type = "t3.small"
}

resource "aws_autoscaling_group" "web" { # want AL112 "aws_autoscaling_group.web never replaces running instances after a change of what it launches"
  min_size = 2
  max_size = 4

  launch_template {
    id      = aws_launch_template.web.id
    version = "$Latest"
  }
}

# An age of nought is no age.
resource "aws_autoscaling_group" "ageless" { # want AL112 "aws_autoscaling_group.ageless never"
  min_size              = 2
  max_size              = 4
  max_instance_lifetime = 0

  launch_template {
    id      = aws_launch_template.web.id
    version = aws_launch_template.web.latest_version
  }
}
