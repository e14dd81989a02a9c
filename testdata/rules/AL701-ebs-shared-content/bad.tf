resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_autoscaling_group" "web" {
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.web.arn]
  health_check_type  = "ELB"
  launch_template {
    id = aws_launch_template.web.id
  }
}

resource "aws_launch_template" "web" {
  image_id = "ami-1"
  block_device_mappings {
    device_name = "/dev/sdf"
    ebs {
      volume_size = 100
    }
  }
  user_data = base64encode(local.boot) # want AL701 "each instance of aws_autoscaling_group.web keeps /var/www/html/uploads on an EBS volume of its own \(/dev/sdf\): what one stores the others do not see"
}

locals {
  boot = <<-EOT
    #!/bin/bash
    mkfs -t xfs /dev/sdf
    mkdir -p /var/www/html/uploads
    mount /dev/sdf /var/www/html/uploads
  EOT
}
