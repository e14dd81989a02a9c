data "aws_ami" "amazon" {
  owners      = ["amazon"]
  most_recent = true
}

resource "aws_launch_template" "web" {
  image_id  = data.aws_ami.amazon.id
  user_data = base64encode("#!/bin/bash\nyum update -y\nyum install -y httpd php php-mysqlnd\n") # want AL111 "weight 5"
}

resource "aws_autoscaling_group" "web" {
  min_size = 2
  max_size = 4

  launch_template {
    id = aws_launch_template.web.id
  }
}
