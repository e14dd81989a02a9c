variable "boot" {
  type = string
}

resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

# What is started depends on what is there.
resource "aws_launch_template" "branch" {
  image_id      = "ami-1"
  instance_type = "t3.small"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    if [ "$ROLE" = all ]; then
      systemctl start mysqld
    fi
  EOT
  )
}

resource "aws_autoscaling_group" "branch" { # unknown AL404
  min_size           = 2
  max_size           = 6
  target_group_arns  = [aws_lb_target_group.web.arn]
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id      = aws_launch_template.branch.id
    version = aws_launch_template.branch.latest_version
  }
}

# What is run is out of sight.
resource "aws_launch_template" "playbook" {
  image_id      = "ami-1"
  instance_type = "t3.small"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    ansible-playbook /opt/site.yml
  EOT
  )
}

resource "aws_autoscaling_group" "playbook" { # unknown AL404
  min_size           = 2
  max_size           = 6
  target_group_arns  = [aws_lb_target_group.web.arn]
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id      = aws_launch_template.playbook.id
    version = aws_launch_template.playbook.latest_version
  }
}

# Nothing is known.
resource "aws_launch_template" "given" {
  image_id      = "ami-1"
  instance_type = "t3.small"
  user_data     = var.boot
}

resource "aws_autoscaling_group" "given" { # unknown AL404
  min_size           = 2
  max_size           = 6
  target_group_arns  = [aws_lb_target_group.web.arn]
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id      = aws_launch_template.given.id
    version = aws_launch_template.given.latest_version
  }
}
