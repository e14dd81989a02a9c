variable "php" {}

resource "aws_launch_configuration" "five" { # want AL113 "aws_launch_configuration.five is a launch configuration"
  image_id      = "ami-5"
  instance_type = "t3.small"
}

resource "aws_launch_configuration" "seven" { # want AL113 "aws_launch_configuration.seven is a launch configuration"
  image_id      = "ami-7"
  instance_type = "t3.small"
}

# Whichever it is, it is told of where it is declared.
resource "aws_autoscaling_group" "web" {
  min_size             = 2
  max_size             = 4
  launch_configuration = var.php == "5" ? aws_launch_configuration.five.name : aws_launch_configuration.seven.name
}
