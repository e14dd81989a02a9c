resource "aws_launch_configuration" "web" { # want AL113 "aws_launch_configuration.web is a launch configuration"
  image_id      = "ami-1"
  instance_type = "t3.small"
}

resource "aws_autoscaling_group" "web" {
  min_size             = 2
  max_size             = 4
  launch_configuration = aws_launch_configuration.web.name
}

# It stands elsewhere.
resource "aws_autoscaling_group" "other" {
  min_size             = 2
  max_size             = 4
  launch_configuration = "made-by-hand" # want AL113 "aws_autoscaling_group.other launches from a launch configuration"
}
