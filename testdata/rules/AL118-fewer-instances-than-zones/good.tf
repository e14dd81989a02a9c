provider "aws" {
  region = "eu-west-1"
}

resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_lb_target_group" "pair" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_lb_target_group" "below_two" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_autoscaling_group" "one_a_zone" {
  min_size           = 3
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]
  target_group_arns  = [aws_lb_target_group.web.arn]
}

# The same zone again is no further zone.
resource "aws_autoscaling_group" "two" {
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b", "eu-west-1a"]
  target_group_arns  = [aws_lb_target_group.web.arn]
}

# AL105 speaks of this one.
resource "aws_autoscaling_group" "below_two" {
  min_size           = 1
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]
  target_group_arns  = [aws_lb_target_group.below_two.arn]
}

# Two groups together keep four.
resource "aws_autoscaling_group" "pair" {
  count              = 2
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]
  target_group_arns  = [aws_lb_target_group.pair.arn]
}

# Not a web tier.
resource "aws_security_group" "workers" {
  vpc_id = "vpc-1"
}

resource "aws_launch_template" "workers" {
  vpc_security_group_ids = [aws_security_group.workers.id]
}

resource "aws_autoscaling_group" "workers" {
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]

  launch_template {
    id = aws_launch_template.workers.id
  }
}
