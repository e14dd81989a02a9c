variable "boot" {
  type = string
}

# What is run is out of sight.
resource "aws_launch_template" "download" {
  image_id      = "ami-1"
  instance_type = "t3.small"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    curl -s https://example.com/setup.sh | bash
  EOT
  )
}

resource "aws_autoscaling_group" "download" { # unknown AL119
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id      = aws_launch_template.download.id
    version = aws_launch_template.download.latest_version
  }
}

# Nothing is known.
resource "aws_launch_template" "given" {
  image_id      = "ami-1"
  instance_type = "t3.small"
  user_data     = var.boot
}

resource "aws_autoscaling_group" "given" { # unknown AL119
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id      = aws_launch_template.given.id
    version = aws_launch_template.given.latest_version
  }
}
