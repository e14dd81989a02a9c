variable "most" {
  type = number
}

variable "target_groups" {
  type = list(string)
}

variable "template" {
  type = string
}

resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_autoscaling_group" "may_grow" { # unknown AL103
  min_size           = 1
  max_size           = var.most
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.web.arn]
}

resource "aws_autoscaling_group" "may_be_web" { # unknown AL103
  min_size           = 2
  max_size           = 2
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = var.target_groups
}

# What it mounts, its boot script would tell.
resource "aws_autoscaling_group" "may_heal" { # unknown AL103
  min_size           = 1
  max_size           = 1
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.web.arn]

  launch_template {
    id = var.template
  }
}

# Whether these are members of a quorum, their boot script would tell.
resource "aws_autoscaling_group" "may_be_a_quorum" { # unknown AL103
  min_size           = 3
  max_size           = 3
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.web.arn]

  launch_template {
    id = var.template
  }
}
