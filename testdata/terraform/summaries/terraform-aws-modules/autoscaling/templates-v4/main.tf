resource "aws_lb_target_group" "web" {}

module "template" {
  source  = "terraform-aws-modules/autoscaling/aws"
  version = "4.11.0"

  name                = "template"
  min_size            = 0
  max_size            = 1
  desired_capacity    = 1
  health_check_type   = "EC2"
  vpc_zone_identifier = ["subnet-0a", "subnet-0b"]
  target_group_arns   = [aws_lb_target_group.web.arn]

  lt_name                = "template"
  use_lt                 = true
  create_lt              = true
  update_default_version = true
  image_id               = "ami-0123456789abcdef0"
  instance_type          = "t3.micro"
  security_groups        = ["sg-0123456789abcdef0"]
  block_device_mappings = [
    {
      device_name = "/dev/xvda"
      no_device   = 0
      ebs = {
        delete_on_termination = true
        encrypted             = true
        volume_size           = 20
        volume_type           = "gp2"
      }
    },
  ]
  placement = {
    availability_zone = "us-west-1b"
  }
  tag_specifications = [
    { resource_type = "instance", tags = { WhatAmI = "Instance" } },
  ]
  schedules = {
    night = {
      min_size         = 0
      max_size         = 0
      desired_capacity = 0
      recurrence       = "0 18 * * 1-5"
    }
  }
  scaling_policies = {
    cpu = {
      policy_type = "TargetTrackingScaling"
      target_tracking_configuration = {
        predefined_metric_specification = {
          predefined_metric_type = "ASGAverageCPUUtilization"
        }
        target_value = 50.0
      }
    }
  }
  instance_refresh = {
    strategy = "Rolling"
    preferences = {
      min_healthy_percentage = 50
    }
    triggers = ["tag"]
  }
}

module "mixed" {
  source  = "terraform-aws-modules/autoscaling/aws"
  version = "4.11.0"

  name                       = "mixed"
  min_size                   = 0
  max_size                   = 1
  create_lt                  = true
  use_mixed_instances_policy = true
  mixed_instances_policy = {
    instances_distribution = {
      on_demand_base_capacity                  = 0
      on_demand_percentage_above_base_capacity = 10
    }
    override = [
      { instance_type = "t3.nano", weighted_capacity = "1" },
    ]
  }
}
