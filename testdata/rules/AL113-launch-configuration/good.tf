resource "aws_launch_template" "web" {
  image_id      = "ami-1"
  instance_type = "t3.small"
}

resource "aws_autoscaling_group" "web" {
  min_size = 2
  max_size = 4

  launch_template {
    id      = aws_launch_template.web.id
    version = aws_launch_template.web.latest_version
  }
}

# Turned off.
resource "aws_launch_configuration" "old" {
  count         = 0
  image_id      = "ami-1"
  instance_type = "t3.small"
}
