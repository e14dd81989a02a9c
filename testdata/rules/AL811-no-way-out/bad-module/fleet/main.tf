variable "subnets" {
  type = list(string)
}

resource "aws_launch_template" "this" {
  image_id  = "ami-0123456789abcdef0"
  user_data = base64encode("#!/bin/bash\nsnap install microk8s\n")
}

resource "aws_autoscaling_group" "this" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = var.subnets # want AL811 "module.fleet.aws_autoscaling_group.this installs microk8s when it boots, but no route of aws_subnet.private.0. leads out of its VPC"

  launch_template {
    id = aws_launch_template.this.id
  }
}
