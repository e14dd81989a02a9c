provider "aws" {
  region = "eu-west-1"
}

resource "aws_autoscaling_group" "web" {
  min_size           = 2
  max_size           = 8
  desired_capacity   = 2 # want AL117 "web is scaled while it runs, and each deployment that changes it sets it back to 2$"
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  lifecycle {
    ignore_changes = [tags]
  }
}

resource "aws_autoscaling_policy" "web" {
  name                   = "web"
  autoscaling_group_name = aws_autoscaling_group.web.name
  policy_type            = "TargetTrackingScaling"
}

# ECS scales it.
resource "aws_autoscaling_group" "ecs" {
  min_size           = 1
  max_size           = 8
  desired_capacity   = var.desired # want AL117 "ecs is scaled while it runs, and each deployment that changes it sets it back to 3 \(by default of var.desired\)$"
  availability_zones = ["eu-west-1a", "eu-west-1b"]
}

variable "desired" {
  default = 3
}

resource "aws_ecs_capacity_provider" "ecs" {
  name = "ecs"

  auto_scaling_group_provider {
    auto_scaling_group_arn = aws_autoscaling_group.ecs.arn

    managed_scaling {
      status = "ENABLED"
    }
  }
}

resource "aws_ecs_cluster" "apps" {
  name = "apps"
}

resource "aws_ecs_service" "api" {
  name            = "api"
  cluster         = aws_ecs_cluster.apps.id
  task_definition = "api:1"
  desired_count   = 2 # want AL117 "api is scaled while it runs, and each deployment that changes it sets it back to 2$"
}

resource "aws_appautoscaling_target" "api" {
  min_capacity       = 2
  max_capacity       = 10
  resource_id        = "service/${aws_ecs_cluster.apps.name}/${aws_ecs_service.api.name}"
  scalable_dimension = "ecs:service:DesiredCount"
  service_namespace  = "ecs"
}
