provider "aws" {
  region = "eu-west-1"
}

variable "least" {
  type = number
}

variable "template" {
  type = string
}

resource "aws_launch_template" "plain" {
  image_id = "ami-1"
}

resource "aws_autoscaling_group" "of_any_size" { # unknown AL110
  min_size           = var.least
  max_size           = 8
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id = aws_launch_template.plain.id
  }
}

resource "aws_autoscaling_group" "from_elsewhere" { # unknown AL110
  min_size           = 2
  max_size           = 8
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id = var.template
  }
}
