variable "launch_configuration" {
  type = string
}

resource "aws_autoscaling_group" "web" { # unknown AL113
  min_size             = 2
  max_size             = 4
  launch_configuration = var.launch_configuration
}
