provider "aws" {
  region = "eu-west-1"
}

locals {
  name = "shop"
}

data "aws_availability_zones" "available" {}

module "vpc" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "5.1.2"

  name = local.name
  cidr = "10.0.0.0/16"

  azs             = slice(data.aws_availability_zones.available.names, 0, 3)
  private_subnets = ["10.0.1.0/24", "10.0.2.0/24", "10.0.3.0/24"]
  public_subnets  = ["10.0.101.0/24", "10.0.102.0/24", "10.0.103.0/24"]
  intra_subnets   = ["10.0.201.0/24", "10.0.202.0/24", "10.0.203.0/24"]

  enable_nat_gateway = true
}

module "eks" {
  source  = "terraform-aws-modules/eks/aws"
  version = "20.15.0"

  cluster_name    = local.name
  cluster_version = "1.31"

  cluster_endpoint_public_access           = true
  enable_cluster_creator_admin_permissions = true

  cluster_addons = {
    coredns    = {}
    kube-proxy = {}
    vpc-cni    = {}
  }

  vpc_id                   = module.vpc.vpc_id
  subnet_ids               = module.vpc.private_subnets
  control_plane_subnet_ids = module.vpc.intra_subnets

  eks_managed_node_group_defaults = {
    instance_types = ["m6i.large", "m5.large"]
    iam_role_additional_policies = {
      table = "arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess"
    }
  }

  eks_managed_node_groups = {
    blue = {}
    green = {
      min_size     = 2
      max_size     = 10
      desired_size = 3

      instance_types = ["t3.large"]
      capacity_type  = "SPOT"
      labels = {
        Environment = "test"
      }
      taints = {
        dedicated = {
          key    = "dedicated"
          value  = "gpu"
          effect = "NO_SCHEDULE"
        }
      }
      tags = {
        Extra = "green"
      }
    }
    gpu = {
      ami_type               = "AL2_x86_64_GPU"
      subnet_ids             = [module.vpc.private_subnets[0]]
      create_placement_group = true
      schedules = {
        night = {
          min_size   = 0
          max_size   = 0
          recurrence = "0 20 * * *"
        }
      }
    }
  }

  fargate_profiles = {
    default = {
      selectors = [
        { namespace = "kube-system" },
        {
          namespace = "default"
          labels = {
            team = "shop"
          }
        },
      ]
    }
  }

  node_security_group_additional_rules = {
    metrics = {
      protocol                      = "tcp"
      from_port                     = 4444
      to_port                       = 4444
      type                          = "ingress"
      source_cluster_security_group = true
    }
  }

  tags = {
    Environment = "production"
  }
}

resource "aws_db_instance" "shop" {
  vpc_security_group_ids = [aws_security_group.database.id]
}

resource "aws_security_group" "database" {
  vpc_id = module.vpc.vpc_id
}

resource "aws_security_group_rule" "database" {
  security_group_id        = aws_security_group.database.id
  type                     = "ingress"
  from_port                = 5432
  to_port                  = 5432
  protocol                 = "tcp"
  source_security_group_id = module.eks.node_security_group_id
}

resource "aws_autoscaling_attachment" "green" {
  autoscaling_group_name = module.eks.eks_managed_node_groups["green"].node_group_autoscaling_group_names[0]
}
