variable "subnet" {
  type = string
}

resource "aws_autoscaling_group" "this" {
  min_size            = 1
  max_size            = 2
  vpc_zone_identifier = [var.subnet]
}
