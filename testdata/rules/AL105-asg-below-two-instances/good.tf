provider "aws" {
  region = "eu-west-1"
}

resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_lb_target_group" "single" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_lb_target_group" "database" {
  port     = 3306
  protocol = "TCP"
  vpc_id   = "vpc-1"
}

# One group a zone: together they keep two.
resource "aws_autoscaling_group" "zone" {
  for_each           = toset(["eu-west-1a", "eu-west-1b"])
  min_size           = 1
  max_size           = 4
  availability_zones = [each.key]
  target_group_arns  = [aws_lb_target_group.web.arn]
}

# AL103 speaks of this one.
resource "aws_autoscaling_group" "one" {
  min_size           = 1
  max_size           = 1
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.single.arn]
}

# Not a web tier.
resource "aws_autoscaling_group" "databases" {
  min_size           = 1
  max_size           = 3
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.database.arn]
}

# It keeps three by day.
resource "aws_lb_target_group" "office" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_autoscaling_group" "office" {
  min_size           = 1
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.office.arn]
}

resource "aws_autoscaling_schedule" "day" {
  scheduled_action_name  = "day"
  autoscaling_group_name = aws_autoscaling_group.office.name
  min_size               = 3
  recurrence             = "0 6 * * 1-5"
}
