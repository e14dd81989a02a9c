provider "aws" {
  region = "eu-west-1"
}

module "eks" {
  source  = "terraform-aws-modules/eks/aws"
  version = "21.19.0"

  create = false
}

module "older" {
  source  = "terraform-aws-modules/eks/aws"
  version = "20.37.2"

  create = false
}

resource "aws_sns_topic" "names" {
  name = "cluster-${module.eks.cluster_name}"
}
