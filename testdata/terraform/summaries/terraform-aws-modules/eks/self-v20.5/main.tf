provider "aws" {
  region = "us-west-2"
}

module "eks" {
  source  = "terraform-aws-modules/eks/aws"
  version = "20.5.3"

  cluster_name = "batch"
  vpc_id       = "vpc-0a"
  subnet_ids   = ["subnet-0a", "subnet-0b", "subnet-0c"]

  self_managed_node_group_defaults = {
    instance_type                          = "m6i.large"
    update_launch_template_default_version = true
    autoscaling_group_tags = {
      "k8s.io/cluster-autoscaler/enabled" = true
      "k8s.io/cluster-autoscaler/batch"   = "owned"
    }
  }

  self_managed_node_groups = {
    default = {}

    mixed = {
      min_size     = 1
      max_size     = 5
      desired_size = 2
      subnet_ids   = ["subnet-0a"]

      use_mixed_instances_policy = true
      mixed_instances_policy = {
        instances_distribution = {
          on_demand_base_capacity                  = 0
          on_demand_percentage_above_base_capacity = 20
          spot_allocation_strategy                 = "capacity-optimized"
        }
        override = [
          {
            instance_type     = "m5.large"
            weighted_capacity = "1"
          },
          { instance_type = "m6i.large" },
        ]
      }
      schedules = {
        night = {
          min_size     = 0
          desired_size = 0
          recurrence   = "0 20 * * *"
        }
      }
      tags = {
        Team = "batch"
      }
    }

    web = {
      name                        = "web"
      ami_id                      = "ami-0123456789abcdef0"
      target_group_arns           = [aws_lb_target_group.web.arn]
      health_check_type           = "ELB"
      create_iam_instance_profile = false
      iam_instance_profile_arn    = aws_iam_instance_profile.web.arn
      instance_refresh            = {}
      vpc_security_group_ids      = [aws_security_group.web.id]
      network_interfaces = [{
        associate_public_ip_address = true
        security_groups             = [aws_security_group.web.id]
      }]
      instance_market_options = {
        market_type = "spot"
      }
      placement = {
        tenancy = "dedicated"
      }
      iam_role_additional_policies = {
        files = "arn:aws:iam::aws:policy/AmazonS3FullAccess"
      }
    }
  }
}

resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
}

resource "aws_iam_instance_profile" "web" {}

resource "aws_security_group" "web" {}

resource "aws_autoscaling_policy" "mixed" {
  name                   = "mixed"
  autoscaling_group_name = module.eks.self_managed_node_groups["mixed"].autoscaling_group_name
}

resource "aws_autoscaling_policy" "all" {
  count = length(module.eks.self_managed_node_groups_autoscaling_group_names)

  name                   = "all"
  autoscaling_group_name = module.eks.self_managed_node_groups_autoscaling_group_names[count.index]
}
