provider "aws" {
  region = "us-west-2"
}

module "eks" {
  source  = "terraform-aws-modules/eks/aws"
  version = "21.0.0"

  name       = "batch"
  vpc_id     = "vpc-0a"
  subnet_ids = ["subnet-0a", "subnet-0b", "subnet-0c"]

  self_managed_node_groups = {
    plain = {
      ami_id = "ami-0123456789abcdef0"
    }
    mixed = {
      min_size     = 2
      max_size     = 8
      desired_size = 2

      use_mixed_instances_policy = true
      mixed_instances_policy = {
        instances_distribution = {
          on_demand_base_capacity = 1
        }
        launch_template = {
          override = [
            { instance_type = "m5.large" },
            {
              instance_requirements = {
                vcpu_count = {
                  min = 2
                }
                memory_mib = {
                  min = 4096
                  max = 8192
                }
              }
            },
          ]
        }
      }
      instance_refresh = {
        strategy = "Rolling"
        preferences = {
          min_healthy_percentage = 90
        }
      }
      initial_lifecycle_hooks = [{
        name                 = "drain"
        lifecycle_transition = "autoscaling:EC2_INSTANCE_TERMINATING"
      }]
      suspended_processes   = ["AZRebalance"]
      max_instance_lifetime = 604800
    }
    one = {
      name                        = "single"
      use_name_prefix             = false
      instance_type               = "t3.medium"
      availability_zones          = ["us-west-2a"]
      create_iam_instance_profile = false
      iam_instance_profile_arn    = "arn:aws:iam::123456789012:instance-profile/node"
      network_interfaces = [{
        associate_public_ip_address = false
      }]
      autoscaling_group_tags = {
        "k8s.io/cluster-autoscaler/enabled" = "true"
      }
      create_placement_group = true
    }
  }
}

resource "aws_autoscaling_attachment" "plain" {
  autoscaling_group_name = module.eks.self_managed_node_groups["plain"].autoscaling_group_name
  lb_target_group_arn    = aws_lb_target_group.plain.arn
}

resource "aws_lb_target_group" "plain" {
  port     = 30080
  protocol = "HTTP"
}
