provider "aws" {
  region = "eu-west-1"
}

locals {
  zones = ["eu-west-1a", "eu-west-1b"]
}

# The number counts once.
resource "aws_autoscaling_group" "ignored" {
  min_size           = 2
  max_size           = 8
  desired_capacity   = 2
  availability_zones = local.zones

  lifecycle {
    ignore_changes = [desired_capacity]
  }
}

resource "aws_autoscaling_policy" "ignored" {
  name                   = "ignored"
  autoscaling_group_name = aws_autoscaling_group.ignored.name
  policy_type            = "TargetTrackingScaling"
}

# None is written, or null.
resource "aws_autoscaling_group" "unset" {
  min_size           = 2
  max_size           = 8
  desired_capacity   = null
  availability_zones = local.zones
}

resource "aws_autoscaling_policy" "unset" {
  name                   = "unset"
  autoscaling_group_name = aws_autoscaling_group.unset.name
  policy_type            = "TargetTrackingScaling"
}

# Nothing scales it: AL104 may speak.
resource "aws_autoscaling_group" "unscaled" {
  min_size           = 2
  max_size           = 8
  desired_capacity   = 2
  availability_zones = local.zones
}

# It cannot be anything else.
resource "aws_autoscaling_group" "fixed" {
  min_size           = 2
  max_size           = 2
  desired_capacity   = 2
  availability_zones = local.zones
}

resource "aws_autoscaling_policy" "fixed" {
  name                   = "fixed"
  autoscaling_group_name = aws_autoscaling_group.fixed.name
  policy_type            = "TargetTrackingScaling"
}

resource "aws_ecs_service" "ignored" {
  name            = "ignored"
  task_definition = "api:1"
  desired_count   = 2

  lifecycle {
    ignore_changes = [task_definition, desired_count]
  }
}

resource "aws_appautoscaling_target" "ignored" {
  min_capacity       = 2
  max_capacity       = 10
  resource_id        = "service/default/ignored"
  scalable_dimension = "ecs:service:DesiredCount"
  service_namespace  = "ecs"
}

resource "aws_ecs_service" "unscaled" {
  name            = "unscaled"
  task_definition = "api:1"
  desired_count   = 2
}

resource "aws_ecs_service" "fixed" {
  name            = "fixed"
  task_definition = "api:1"
  desired_count   = 2
}

resource "aws_appautoscaling_target" "fixed" {
  min_capacity       = 2
  max_capacity       = 2
  resource_id        = "service/default/fixed"
  scalable_dimension = "ecs:service:DesiredCount"
  service_namespace  = "ecs"
}

# A single instance that is stopped at night: there is no capacity to take away.
resource "aws_autoscaling_group" "at_night" {
  min_size           = 0
  max_size           = 1
  desired_capacity   = 1
  availability_zones = local.zones
}

resource "aws_autoscaling_schedule" "night" {
  scheduled_action_name  = "night"
  autoscaling_group_name = aws_autoscaling_group.at_night.name
  desired_capacity       = 0
  recurrence             = "0 22 * * *"
}

# Nothing calls its policy: AL116 speaks.
resource "aws_autoscaling_group" "idle" {
  min_size           = 2
  max_size           = 8
  desired_capacity   = 2
  availability_zones = local.zones
}

resource "aws_autoscaling_policy" "idle" {
  name                   = "idle"
  autoscaling_group_name = aws_autoscaling_group.idle.name
  adjustment_type        = "ChangeInCapacity"
  scaling_adjustment     = 1
}
