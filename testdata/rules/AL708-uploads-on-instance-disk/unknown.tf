resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_autoscaling_group" "perhaps" { # unknown AL708
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.web.arn]
  health_check_type  = "ELB"
  launch_template {
    id = aws_launch_template.perhaps.id
  }
}

resource "aws_launch_template" "perhaps" {
  image_id = "ami-1"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    if [ -f /etc/first ]; then
      yum install -y wordpress
    fi
  EOT
  )
}

resource "aws_autoscaling_group" "hidden" { # unknown AL708
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.web.arn]
  health_check_type  = "ELB"
  launch_template {
    id = aws_launch_template.hidden.id
  }
}

resource "aws_launch_template" "hidden" {
  image_id = "ami-1"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    curl -s https://example.com/setup.sh | bash
  EOT
  )
}

resource "aws_autoscaling_group" "bucket" { # unknown AL708
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.web.arn]
  health_check_type  = "ELB"
  launch_template {
    id = aws_launch_template.bucket.id
  }
}

resource "aws_launch_template" "bucket" {
  image_id = "ami-1"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    yum install -y wordpress
    echo "define('S3_BUCKET', 'shop-uploads');" >> /etc/wordpress/config.php
  EOT
  )
}
