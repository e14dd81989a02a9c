provider "aws" {
  region = "eu-west-1"
}

variable "template" {
  type = string
}

variable "above" {
  type = number
}

resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_lb_target_group" "other" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_launch_template" "plain" {
  image_id = "ami-1"
}

resource "aws_autoscaling_group" "from_elsewhere" { # unknown AL109
  min_size           = 2
  max_size           = 8
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.web.arn]

  launch_template {
    id = var.template
  }
}

resource "aws_autoscaling_group" "mixed" { # unknown AL109
  min_size           = 2
  max_size           = 8
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.other.arn]

  mixed_instances_policy {
    launch_template {
      launch_template_specification {
        launch_template_id = aws_launch_template.plain.id
      }
    }

    instances_distribution {
      on_demand_percentage_above_base_capacity = var.above
    }
  }
}
