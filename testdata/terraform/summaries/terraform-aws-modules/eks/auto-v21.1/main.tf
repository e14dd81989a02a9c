provider "aws" {
  region = "us-east-1"
}

module "eks" {
  source  = "terraform-aws-modules/eks/aws"
  version = "21.1.0"

  name                = "auto"
  vpc_id              = "vpc-0a"
  subnet_ids          = ["subnet-0a", "subnet-0b"]
  encryption_config   = null
  deletion_protection = true

  compute_config = {
    enabled    = true
    node_pools = ["general-purpose"]
  }
}

module "custom" {
  source  = "terraform-aws-modules/eks/aws"
  version = "21.1.0"

  name       = "custom"
  vpc_id     = "vpc-0a"
  subnet_ids = ["subnet-0a", "subnet-0b"]

  create_auto_mode_iam_resources = true
  compute_config = {
    enabled = true
  }
  create_node_security_group = false
}

resource "aws_sns_topic" "names" {
  name = module.eks.cluster_name
}
