provider "aws" {
  region = "eu-west-1"
}

variable "min_size" {
  default = 1
}

module "eks" {
  source  = "terraform-aws-modules/eks/aws"
  version = "19.0.4"

  cluster_name              = "workers"
  vpc_id                    = "vpc-0a"
  subnet_ids                = ["subnet-0a", "subnet-0b"]
  cluster_encryption_config = {}

  self_managed_node_groups = {
    one = {
      min_size      = var.min_size
      max_size      = 4
      instance_type = "t3.large"
      placement = {
        group_name = "together"
      }
      instance_market_options = {
        market_type  = "spot"
        spot_options = {}
      }
      warm_pool = {
        pool_state = "Stopped"
      }
      initial_lifecycle_hooks = [{
        name                 = "boot"
        lifecycle_transition = "autoscaling:EC2_INSTANCE_LAUNCHING"
      }]
    }
    none = {
      create = false
    }
  }

  node_security_group_name                   = "nodes"
  node_security_group_use_name_prefix        = false
  cluster_additional_security_group_ids      = ["sg-0a"]
  create_cluster_primary_security_group_tags = false
}

resource "aws_autoscaling_policy" "one" {
  name                   = "one"
  autoscaling_group_name = module.eks.self_managed_node_groups["one"].autoscaling_group_name
}
