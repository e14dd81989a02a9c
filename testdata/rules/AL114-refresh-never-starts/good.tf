resource "aws_launch_template" "web" {
  image_id      = "ami-1"
  instance_type = "t3.small"
}

resource "aws_autoscaling_group" "number" {
  min_size = 2
  max_size = 4

  launch_template {
    id      = aws_launch_template.web.id
    version = aws_launch_template.web.latest_version
  }

  instance_refresh {
    strategy = "Rolling"
  }
}

# Nothing is promised.
resource "aws_autoscaling_group" "by_hand" {
  min_size = 2
  max_size = 4

  launch_template {
    id      = aws_launch_template.web.id
    version = "$Latest"
  }
}

# Another change starts it.
resource "aws_autoscaling_group" "tagged" {
  min_size = 2
  max_size = 4

  launch_template {
    id      = aws_launch_template.web.id
    version = "$Latest"
  }

  instance_refresh {
    strategy = "Rolling"
    triggers = ["tag"]
  }
}

# A launch configuration has no versions: each change makes another.
resource "aws_autoscaling_group" "configuration" {
  min_size             = 2
  max_size             = 4
  launch_configuration = "made-by-hand"

  instance_refresh {
    strategy = "Rolling"
  }
}
