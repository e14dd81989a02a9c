provider "aws" {
  region = "us-east-1"
}

module "eks" {
  source  = "terraform-aws-modules/eks/aws"
  version = "18.31.2"

  cluster_name                    = "shop"
  cluster_version                 = "1.24"
  cluster_endpoint_private_access = true

  cluster_encryption_config = [{
    provider_key_arn = "arn:aws:kms:us-east-1:123456789012:key/a"
    resources        = ["secrets"]
  }]

  vpc_id     = "vpc-0a"
  subnet_ids = ["subnet-0a", "subnet-0b", "subnet-0c"]

  eks_managed_node_group_defaults = {
    instance_types                        = ["m5.large"]
    attach_cluster_primary_security_group = true
    create_security_group                 = false
    iam_role_additional_policies          = ["arn:aws:iam::aws:policy/AmazonS3FullAccess"]
  }

  eks_managed_node_groups = {
    blue = {}
    green = {
      min_size              = 1
      max_size              = 10
      capacity_type         = "SPOT"
      create_security_group = true
      security_group_rules = {
        web = {
          type        = "ingress"
          protocol    = "tcp"
          from_port   = 80
          to_port     = 80
          cidr_blocks = ["0.0.0.0/0"]
        }
        cluster = {
          type                          = "ingress"
          protocol                      = "tcp"
          from_port                     = 9443
          to_port                       = 9443
          source_cluster_security_group = true
        }
      }
    }
    own = {
      create_launch_template = false
      launch_template_name   = ""
      disk_size              = 50
    }
  }

  fargate_profiles = {
    default = {
      name = "default"
      selectors = [{
        namespace = "default"
      }]
    }
  }

  node_security_group_additional_rules = {
    all = {
      type        = "egress"
      protocol    = "-1"
      from_port   = 0
      to_port     = 0
      cidr_blocks = ["0.0.0.0/0"]
    }
  }
}

resource "aws_iam_role_policy_attachment" "nodes" {
  for_each = module.eks.eks_managed_node_groups

  policy_arn = "arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess"
  role       = each.value.iam_role_name
}

data "aws_eks_cluster" "cluster" {
  name = module.eks.cluster_id
}
