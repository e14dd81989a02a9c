resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_autoscaling_group" "archive" {
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.web.arn]
  health_check_type  = "ELB"
  launch_template {
    id = aws_launch_template.archive.id
  }
}

resource "aws_launch_template" "archive" {
  image_id = "ami-1"
  # want AL708 "^the instances of aws_autoscaling_group.archive run WordPress and share no files"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    yum install -y httpd php
    curl -sL https://wordpress.org/latest.tar.gz | tar xz -C /var/www/html --strip-components 1
  EOT
  )
}

resource "aws_autoscaling_group" "package" {
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.web.arn]
  health_check_type  = "ELB"
  launch_template {
    id = aws_launch_template.package.id
  }
}

resource "aws_launch_template" "package" {
  image_id = "ami-1"
  # want AL708 "^the instances of aws_autoscaling_group.package run WordPress and share no files"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    apt-get update
    apt-get install -y apache2 wordpress
  EOT
  )
}

resource "aws_autoscaling_group" "container" {
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.web.arn]
  health_check_type  = "ELB"
  launch_template {
    id = aws_launch_template.container.id
  }
}

resource "aws_launch_template" "container" {
  image_id = "ami-1"
  # want AL708 "^the instances of aws_autoscaling_group.container run Drupal and share no files"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    docker run -d -p 80:80 bitnami/drupal:10
  EOT
  )
}

resource "aws_autoscaling_group" "cloned" {
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.web.arn]
  health_check_type  = "ELB"
  launch_template {
    id = aws_launch_template.cloned.id
  }
}

resource "aws_launch_template" "cloned" {
  image_id = "ami-1"
  # want AL708 "^the instances of aws_autoscaling_group.cloned run Moodle and share no files"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    git clone https://github.com/moodle/moodle.git /var/www/moodle
  EOT
  )
}

resource "aws_autoscaling_group" "cli" {
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.web.arn]
  health_check_type  = "ELB"
  launch_template {
    id = aws_launch_template.cli.id
  }
}

resource "aws_launch_template" "cli" {
  image_id = "ami-1"
  # want AL708 "^the instances of aws_autoscaling_group.cli run WordPress and share no files"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    cd /var/www/html
    wp core download
  EOT
  )
}

resource "aws_autoscaling_group" "release" {
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.web.arn]
  health_check_type  = "ELB"
  launch_template {
    id = aws_launch_template.release.id
  }
}

resource "aws_launch_template" "release" {
  image_id = "ami-1"
  # want AL708 "^the instances of aws_autoscaling_group.release run Nextcloud and share no files"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    wget https://example.com/releases/nextcloud-28.0.1.tar.bz2
  EOT
  )
}
