resource "aws_launch_template" "web" {
  image_id      = "ami-1"
  instance_type = "t3.small"
}

# Unset is $Default.
resource "aws_autoscaling_group" "absent" {
  min_size = 2
  max_size = 4

  launch_template { # want AL114 "is \$Default because none is written"
    id = aws_launch_template.web.id
  }

  instance_refresh {
    strategy = "Rolling"
    triggers = ["launch_template"] # always one
  }
}
