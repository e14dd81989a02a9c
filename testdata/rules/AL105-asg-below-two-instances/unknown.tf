provider "aws" {
  region = "eu-west-1"
}

variable "least" {
  type = number
}

variable "blue" {
  type = bool
}

resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_lb_target_group" "colours" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_autoscaling_group" "may_rest" { # unknown AL105
  min_size           = var.least
  max_size           = 4
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.web.arn]
}

# Another may stand beside it.
resource "aws_autoscaling_group" "green" { # unknown AL105
  min_size           = 1
  max_size           = 4
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.colours.arn]
}

resource "aws_autoscaling_group" "blue" {
  count              = var.blue ? 1 : 0
  min_size           = 2
  max_size           = 4
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.colours.arn]
}

# Whether something fills it, or it was forgotten, nobody can see.
resource "aws_lb_target_group" "empty" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_autoscaling_group" "empty" { # unknown AL105
  min_size           = 0
  max_size           = 4
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.empty.arn]
}

# What boots here is not known, and there is a Kubernetes cluster whose nodes these may be.
resource "aws_eks_cluster" "apps" {
  name = "apps"
}

resource "aws_lb_target_group" "ingress" {
  port     = 30080
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

variable "template" {
  type = string
}

resource "aws_autoscaling_group" "nodes" { # unknown AL105
  min_size           = 1
  max_size           = 4
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.ingress.arn]

  launch_template {
    id = var.template
  }
}
