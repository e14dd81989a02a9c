provider "aws" {
  region = "eu-west-1"
}

module "eks" {
  source  = "terraform-aws-modules/eks/aws"
  version = "19.21.0"

  cluster_name                   = "shop"
  cluster_version                = "1.27"
  cluster_endpoint_public_access = true

  vpc_id                   = aws_vpc.main.id
  subnet_ids               = aws_subnet.private[*].id
  control_plane_subnet_ids = [aws_subnet.private[0].id, aws_subnet.private[1].id]

  cluster_security_group_additional_rules = {
    office = {
      description = "office"
      protocol    = "tcp"
      from_port   = 443
      to_port     = 443
      type        = "ingress"
      cidr_blocks = ["198.51.100.0/24"]
    }
  }

  eks_managed_node_group_defaults = {
    ami_type       = "AL2_x86_64"
    instance_types = ["m5.large"]
  }

  eks_managed_node_groups = {
    first = {
      min_size     = 2
      max_size     = 6
      desired_size = 2
      iam_role_additional_policies = {
        bucket = aws_iam_policy.bucket.arn
      }
    }
    second = {
      subnet_ids = [aws_subnet.private[0].id]
      schedules = {
        morning = {
          min_size   = 2
          recurrence = "0 6 * * *"
        }
      }
    }
  }

  fargate_profiles = {
    jobs = {
      subnet_ids = aws_subnet.private[*].id
      selectors = [{
        namespace = "jobs"
      }]
    }
  }

  manage_aws_auth_configmap = true
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "private" {
  count = 3

  vpc_id            = aws_vpc.main.id
  availability_zone = element(["eu-west-1a", "eu-west-1b", "eu-west-1c"], count.index)
}

resource "aws_iam_policy" "bucket" {}
