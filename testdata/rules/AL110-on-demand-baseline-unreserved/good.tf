provider "aws" {
  region = "eu-west-1"
}

resource "aws_launch_template" "spot" {
  image_id = "ami-1"

  instance_market_options {
    market_type = "spot"
  }
}

# AL109 may speak of this one.
resource "aws_autoscaling_group" "spot" {
  min_size           = 2
  max_size           = 8
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id = aws_launch_template.spot.id
  }
}

resource "aws_launch_template" "plain" {
  image_id = "ami-1"
}

# Nothing runs at all times.
resource "aws_autoscaling_group" "idle" {
  min_size           = 0
  max_size           = 8
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id = aws_launch_template.plain.id
  }
}
