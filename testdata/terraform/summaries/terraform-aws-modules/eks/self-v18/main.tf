provider "aws" {
  region = "us-east-1"
}

module "eks" {
  source  = "terraform-aws-modules/eks/aws"
  version = "18.31.0"

  cluster_name = "workers"
  vpc_id       = "vpc-0a"
  subnet_ids   = ["subnet-0a", "subnet-0b"]

  create_node_security_group = false

  self_managed_node_group_defaults = {
    vpc_security_group_ids = ["sg-0a"]
  }

  self_managed_node_groups = {
    one = {
      max_size          = 5
      instance_type     = "m5.large"
      target_group_arns = [aws_lb_target_group.web.arn]
      create_schedule   = true
      schedules = {
        night = {
          min_size   = 0
          max_size   = 0
          recurrence = "0 20 * * *"
        }
      }
    }
    two = {
      name                       = "spot"
      use_mixed_instances_policy = true
      mixed_instances_policy = {
        instances_distribution = {
          on_demand_base_capacity                  = 0
          on_demand_percentage_above_base_capacity = 0
        }
        override = [{ instance_type = "m5.large" }]
      }
      instance_refresh = {
        strategy = "Rolling"
      }
      network_interfaces = [{
        associate_public_ip_address = true
      }]
    }
  }
}

resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
}
