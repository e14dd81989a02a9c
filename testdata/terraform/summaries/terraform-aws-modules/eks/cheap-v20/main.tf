provider "aws" {
  region = "us-east-1"
}

variable "subnet_ids" {
  type    = list(string)
  default = ["subnet-0a", "subnet-0b"]
}

variable "max_size" {
  default = 2
}

module "eks" {
  source  = "terraform-aws-modules/eks/aws"
  version = "20.8.5"

  cluster_name                         = "lab"
  cluster_endpoint_public_access       = true
  cluster_endpoint_private_access      = false
  cluster_endpoint_public_access_cidrs = ["198.51.100.0/24"]
  cluster_encryption_config            = {}
  enable_irsa                          = false

  vpc_id                        = "vpc-0a"
  subnet_ids                    = var.subnet_ids
  create_cluster_security_group = false
  cluster_security_group_id     = aws_security_group.cluster.id
  create_node_security_group    = false

  eks_managed_node_group_defaults = {
    attach_cluster_primary_security_group = true
    iam_role_attach_cni_policy            = false
  }

  eks_managed_node_groups = {
    one = {
      name                       = "spot"
      use_name_prefix            = false
      use_custom_launch_template = false
      subnet_ids                 = [var.subnet_ids[0]]
      instance_types             = ["t3.small"]
      capacity_type              = "SPOT"
      max_size                   = var.max_size
      remote_access = {
        ec2_ssh_key               = "ops"
        source_security_group_ids = [aws_security_group.cluster.id]
      }
      update_config = {
        max_unavailable = 1
      }
    }
    two = {
      create = false
    }
  }
}

resource "aws_security_group" "cluster" {
  vpc_id = "vpc-0a"
}

output "endpoint" {
  value = module.eks.cluster_endpoint
}
