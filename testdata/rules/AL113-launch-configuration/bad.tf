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

variable "old" {
  default = false
}

# One of those here, whichever it is.
resource "aws_autoscaling_group" "either" {
  min_size             = 2
  max_size             = 4
  launch_configuration = var.old ? aws_launch_configuration.web.name : aws_launch_configuration.second.name
}

resource "aws_launch_configuration" "second" { # want AL113 "aws_launch_configuration.second is a launch configuration"
  image_id      = "ami-1"
  instance_type = "t3.small"
}
