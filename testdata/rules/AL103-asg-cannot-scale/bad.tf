variable "size" {
  type    = number
  default = 1
}

resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_autoscaling_group" "one" {
  min_size           = 1
  max_size           = 1 # want AL103 "one never adds an instance: its minimum and maximum are both 1$"
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.web.arn]
}

resource "aws_autoscaling_group" "three" {
  min_size           = 3
  max_size           = "3" # want AL103 "three never adds an instance: its minimum and maximum are both 3$"
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.web.arn]
}

resource "aws_autoscaling_group" "by_default" {
  min_size           = var.size
  max_size           = var.size # want AL103 "by_default never adds an instance: its minimum and maximum are both 1 \(by default of var.size\)$"
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.web.arn]
}

# No default is known, but both take the same.
variable "count_of_servers" {
  type = number
}

resource "aws_autoscaling_group" "the_same" {
  min_size           = var.count_of_servers
  max_size           = var.count_of_servers # want AL103 "the_same never adds an instance: its minimum and maximum are one and the same value$"
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.web.arn]
}

provider "aws" {
  region = "eu-west-1"
}

# A schedule that only makes it smaller at night does not let it grow.
resource "aws_autoscaling_group" "smaller_at_night" {
  name               = "smaller"
  min_size           = 2
  max_size           = 2 # want AL103 "smaller_at_night never adds an instance: its minimum and maximum are both 2$"
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.web.arn]
}

resource "aws_autoscaling_schedule" "night" {
  scheduled_action_name  = "night"
  autoscaling_group_name = "smaller"
  min_size               = 1
  max_size               = 1
  recurrence             = "0 22 * * *"
}
