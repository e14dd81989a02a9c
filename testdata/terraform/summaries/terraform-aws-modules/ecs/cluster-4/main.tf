provider "aws" {
  region = "eu-west-1"
}

resource "aws_autoscaling_group" "hosts" {
  min_size            = 2
  max_size            = 6
  vpc_zone_identifier = ["subnet-1", "subnet-2"]
}

module "ecs" {
  source  = "terraform-aws-modules/ecs/aws"
  version = "4.1.3"

  cluster_name                          = "shop"
  default_capacity_provider_use_fargate = false
  fargate_capacity_providers            = { FARGATE = {} }
  autoscaling_capacity_providers = {
    hosts = {
      auto_scaling_group_arn         = aws_autoscaling_group.hosts.arn
      managed_termination_protection = "ENABLED"
      managed_scaling                = { maximum_scaling_step_size = 5, status = "ENABLED" }
      default_capacity_provider_strategy = {
        weight = 60
        base   = 20
      }
    }
    bare = { auto_scaling_group_arn = aws_autoscaling_group.hosts.arn }
  }
}

module "none" {
  source  = "terraform-aws-modules/ecs/aws"
  version = "4.1.3"

  create = false
}
