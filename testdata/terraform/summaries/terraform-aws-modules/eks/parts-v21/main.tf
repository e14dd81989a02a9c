provider "aws" {
  region = "eu-west-1"
}

resource "aws_eks_cluster" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::123456789012:role/cluster"

  vpc_config {
    subnet_ids = ["subnet-0a", "subnet-0b"]
  }
}

module "managed" {
  source  = "terraform-aws-modules/eks/aws//modules/eks-managed-node-group"
  version = "21.19.0"

  name                 = "separate"
  cluster_name         = aws_eks_cluster.main.name
  cluster_service_cidr = "172.20.0.0/16"
  subnet_ids           = ["subnet-0a", "subnet-0b"]

  cluster_primary_security_group_id = aws_eks_cluster.main.vpc_config[0].cluster_security_group_id
  vpc_security_group_ids            = [aws_security_group.nodes.id]

  min_size = 2
  max_size = 4

  update_config = {
    max_unavailable = 1
  }
}

module "self" {
  source  = "terraform-aws-modules/eks/aws//modules/self-managed-node-group"
  version = "21.19.0"

  name         = "self"
  cluster_name = aws_eks_cluster.main.name
  subnet_ids   = ["subnet-0a"]
  ami_id       = "ami-0123456789abcdef0"

  vpc_security_group_ids = [aws_security_group.nodes.id]
}

module "older" {
  source  = "terraform-aws-modules/eks/aws//modules/self-managed-node-group"
  version = "20.37.2"

  name                = "older"
  cluster_name        = aws_eks_cluster.main.name
  subnet_ids          = ["subnet-0a"]
  cluster_auth_base64 = "Zm9v"

  use_mixed_instances_policy = true
  mixed_instances_policy = {
    override = [{
      instance_requirements = {
        memory_mib = { min = 4096 }
        vcpu_count = { min = 2, max = 4 }
      }
    }]
  }
}

module "spot" {
  source  = "terraform-aws-modules/eks/aws//modules/eks-managed-node-group"
  version = "20.37.2"

  name         = "spot"
  cluster_name = aws_eks_cluster.main.name
  subnet_ids   = ["subnet-0a"]

  capacity_type = "SPOT"
  ami_id        = "ami-0123456789abcdef0"
  iam_role_policy_statements = [{
    actions   = ["dynamodb:*"]
    resources = ["*"]
  }]
}

module "profile" {
  source  = "terraform-aws-modules/eks/aws//modules/fargate-profile"
  version = "21.19.0"

  name         = "jobs"
  cluster_name = aws_eks_cluster.main.name
  subnet_ids   = ["subnet-0a", "subnet-0b"]

  selectors = [{
    namespace = "jobs"
  }]
  create_iam_role = false
  iam_role_arn    = "arn:aws:iam::123456789012:role/pods"
}

resource "aws_security_group" "nodes" {}
