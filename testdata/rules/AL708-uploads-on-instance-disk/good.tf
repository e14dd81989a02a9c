resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_efs_file_system" "uploads" {
}

resource "aws_autoscaling_group" "shared" {
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.web.arn]
  health_check_type  = "ELB"
  launch_template {
    id = aws_launch_template.shared.id
  }
}

resource "aws_launch_template" "shared" {
  image_id = "ami-1"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    yum install -y httpd wordpress amazon-efs-utils
    mount -t efs ${aws_efs_file_system.uploads.id}:/ /var/www/html/wp-content
  EOT
  )
}

resource "aws_autoscaling_group" "alone" {
  min_size           = 1
  max_size           = 1
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.web.arn]
  health_check_type  = "ELB"
  launch_template {
    id = aws_launch_template.alone.id
  }
}

resource "aws_launch_template" "alone" {
  image_id = "ami-1"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    yum install -y wordpress
  EOT
  )
}

resource "aws_autoscaling_group" "another" {
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.web.arn]
  health_check_type  = "ELB"
  launch_template {
    id = aws_launch_template.another.id
  }
}

resource "aws_launch_template" "another" {
  image_id = "ami-1"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    yum install -y httpd
    git clone https://github.com/example/wordpress-exporter /opt/exporter
    curl -sL https://example.com/drupal-notes/app.tar.gz | tar xz -C /srv
  EOT
  )
}
