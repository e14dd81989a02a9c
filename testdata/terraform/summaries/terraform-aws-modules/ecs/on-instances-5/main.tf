provider "aws" {
  region = "eu-west-1"
}

resource "aws_autoscaling_group" "hosts" {
  min_size = 2
  max_size = 6
}

resource "aws_lb_target_group" "api" {
  port     = 80
  protocol = "HTTP"
}

module "ecs" {
  source  = "terraform-aws-modules/ecs/aws"
  version = "5.7.3"

  cluster_name                          = "hosts"
  default_capacity_provider_use_fargate = false
  autoscaling_capacity_providers = {
    hosts = {
      auto_scaling_group_arn = aws_autoscaling_group.hosts.arn
      managed_scaling        = { status = "ENABLED", target_capacity = 60 }
    }
  }

  services = {
    api = {
      requires_compatibilities   = ["EC2"]
      network_mode               = "bridge"
      launch_type                = "EC2"
      capacity_provider_strategy = { hosts = { capacity_provider = "hosts", base = 1 } }
      ordered_placement_strategy = [{ type = "spread", field = "attribute:ecs.availability-zone" }]
      container_definitions      = { api = { image = "api:2", memory = 256, port_mappings = [{ containerPort = 80, hostPort = 0 }] } }
      load_balancer              = { api = { target_group_arn = aws_lb_target_group.api.arn, container_name = "api", container_port = 80 } }
    }
    agent = {
      scheduling_strategy   = "DAEMON"
      launch_type           = "EC2"
      network_mode          = "host"
      container_definitions = { agent = { image = "agent:1" } }
    }
  }
}
