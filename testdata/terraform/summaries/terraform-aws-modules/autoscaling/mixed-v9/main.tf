module "mixed" {
  source  = "terraform-aws-modules/autoscaling/aws"
  version = "9.2.1"

  name                = "mixed"
  min_size            = 2
  max_size            = 8
  vpc_zone_identifier = ["subnet-0a", "subnet-0b"]
  capacity_rebalance  = true
  placement_group     = aws_placement_group.spread.name

  image_id = "ami-0123456789abcdef0"
  placement = {
    tenancy = "default"
  }

  use_mixed_instances_policy = true
  mixed_instances_policy = {
    instances_distribution = {
      on_demand_base_capacity                  = 0
      on_demand_percentage_above_base_capacity = 10
      spot_allocation_strategy                 = "price-capacity-optimized"
    }
    launch_template = {
      override = [
        { instance_type = "t3.nano", weighted_capacity = "1" },
        { instance_type = "t3.medium", weighted_capacity = "2" },
      ]
    }
  }
}

module "required" {
  source  = "terraform-aws-modules/autoscaling/aws"
  version = "9.2.1"

  name     = "required"
  min_size = 1
  max_size = 1

  ignore_desired_capacity_changes = true
  use_mixed_instances_policy      = true
  mixed_instances_policy = {
    launch_template = {
      override = [
        {
          instance_requirements = {
            cpu_manufacturers = ["amazon-web-services"]
            memory_mib        = { min = 8192 }
            vcpu_count        = { min = 2, max = 4 }
          }
        },
      ]
    }
  }
  tag_specifications = [
    { resource_type = "instance", tags = { WhatAmI = "Instance" } },
    { resource_type = "volume" },
  ]
  tags = { Env = "prod" }
}

resource "aws_placement_group" "spread" {
  name     = "spread"
  strategy = "spread"
}
