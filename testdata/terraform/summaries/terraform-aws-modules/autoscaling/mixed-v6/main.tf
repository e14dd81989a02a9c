provider "aws" {
  region = "eu-central-1"

  default_tags {
    tags = { Owner = "platform" }
  }
}

module "ecs" {
  source  = "terraform-aws-modules/autoscaling/aws"
  version = "6.10.0"
  for_each = {
    on-demand = { type = "m5.large", spot = false }
    spot      = { type = "m5.large", spot = true }
  }

  name                            = "ecs-${each.key}"
  image_id                        = jsondecode(data.aws_ssm_parameter.ecs.value)["image_id"]
  instance_type                   = each.value.type
  ignore_desired_capacity_changes = true
  vpc_zone_identifier             = ["subnet-0a", "subnet-0b", "subnet-0c"]
  health_check_type               = "EC2"
  min_size                        = 1
  max_size                        = 5
  desired_capacity                = 2
  protect_from_scale_in           = true
  autoscaling_group_tags          = { AmazonECSManaged = true }

  use_mixed_instances_policy = each.value.spot
  mixed_instances_policy = {
    instances_distribution = {
      on_demand_base_capacity                  = 0
      on_demand_percentage_above_base_capacity = 0
      spot_allocation_strategy                 = "lowest-price"
    }
    override = [
      { instance_type = "m4.large", weighted_capacity = "2" },
      { instance_type = "t3.large", weighted_capacity = "1" },
    ]
  }
}

data "aws_ssm_parameter" "ecs" {
  name = "/aws/service/ecs/optimized-ami/amazon-linux-2/recommended"
}

resource "aws_ecs_capacity_provider" "spot" {
  name = "spot"
  auto_scaling_group_provider {
    auto_scaling_group_arn = module.ecs["spot"].autoscaling_group_arn
  }
}
