provider "aws" {
  region = "eu-west-2"
}

module "eks" {
  source  = "terraform-aws-modules/eks/aws"
  version = "17.1.0"

  cluster_name              = "shop"
  cluster_version           = "1.20"
  vpc_id                    = "vpc-0a"
  subnets                   = ["subnet-0a", "subnet-0b"]
  cluster_enabled_log_types = ["audit"]

  node_groups_defaults = {
    ami_type  = "AL2_x86_64"
    disk_size = 50
  }

  node_groups = {
    main = {
      desired_capacity = 2
      max_capacity     = 10
      min_capacity     = 2
      instance_types   = ["t3.large"]
      capacity_type    = "SPOT"
      k8s_labels = {
        Environment = "test"
      }
      additional_tags = {
        Team = "shop"
      }
    }
    own = {
      name                   = "own"
      subnets                = ["subnet-0a"]
      create_launch_template = true
      key_name               = "ops"
      public_ip              = true
    }
    ssh = {
      key_name                  = "ops"
      source_security_group_ids = ["sg-0a"]
      launch_template_version   = "1"
    }
  }

  fargate_profiles = {
    default = {
      selectors = [{
        namespace = "default"
      }]
      tags = {
        Owner = "shop"
      }
    }
  }
}

module "newer" {
  source  = "terraform-aws-modules/eks/aws"
  version = "17.24.0"

  cluster_name                = "plain"
  fargate_subnets             = ["subnet-0b"]
  vpc_id                      = "vpc-0a"
  subnets                     = ["subnet-0a", "subnet-0b"]
  manage_worker_iam_resources = false
  fargate_profiles = {
    all = {
      name      = "all"
      selectors = [{ namespace = "*" }]
    }
  }
  manage_cluster_iam_resources  = false
  cluster_iam_role_name         = "cluster"
  cluster_create_security_group = false
  cluster_security_group_id     = "sg-0b"

  node_groups = {
    own = {
      create_launch_template = true
      update_config = {
        max_unavailable = 1
      }
    }
    main = {
      iam_role_arn = "arn:aws:iam::123456789012:role/nodes"
    }
  }
}

module "none" {
  source  = "terraform-aws-modules/eks/aws"
  version = "17.24.0"

  create_eks      = false
  cluster_name    = "none"
  cluster_version = "1.21"
  subnets         = []
  vpc_id          = "vpc-0a"
}

resource "aws_iam_role_policy_attachment" "files" {
  role       = module.eks.worker_iam_role_name
  policy_arn = "arn:aws:iam::aws:policy/AmazonS3FullAccess"
}

data "aws_eks_cluster" "cluster" {
  name = module.eks.cluster_id
}
