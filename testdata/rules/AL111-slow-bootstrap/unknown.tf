variable "boot" {
  type = string
}

# What is installed depends on what is there.
resource "aws_launch_template" "branch" {
  image_id      = "ami-1"
  instance_type = "t3.small"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    if [ ! -f /opt/baked ]; then
      yum update -y
      yum install -y httpd php php-mysqlnd
    fi
  EOT
  )
}

resource "aws_autoscaling_group" "branch" { # unknown AL111
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id      = aws_launch_template.branch.id
    version = aws_launch_template.branch.latest_version
  }
}

# What is run is out of sight.
resource "aws_launch_template" "download" {
  image_id      = "ami-1"
  instance_type = "t3.small"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    aws s3 cp s3://example/setup.sh /root/setup.sh
    bash /root/setup.sh
  EOT
  )
}

resource "aws_autoscaling_group" "download" { # unknown AL111
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id      = aws_launch_template.download.id
    version = aws_launch_template.download.latest_version
  }
}

# Another language.
resource "aws_launch_template" "python" {
  image_id      = "ami-1"
  instance_type = "t3.small"
  user_data = base64encode(<<-EOT
    #!/usr/bin/env python3
    import os
    os.system("yum update -y")
  EOT
  )
}

resource "aws_autoscaling_group" "python" { # unknown AL111
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id      = aws_launch_template.python.id
    version = aws_launch_template.python.latest_version
  }
}

# Nothing is known.
resource "aws_launch_template" "given" {
  image_id      = "ami-1"
  instance_type = "t3.small"
  user_data     = var.boot
}

resource "aws_autoscaling_group" "given" { # unknown AL111
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id      = aws_launch_template.given.id
    version = aws_launch_template.given.latest_version
  }
}
