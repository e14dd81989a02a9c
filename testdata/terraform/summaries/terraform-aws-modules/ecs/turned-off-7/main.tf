provider "aws" {
  region = "us-east-1"
}

resource "aws_sns_topic" "beside" {
  name = "beside"
}

module "ecs" {
  source  = "terraform-aws-modules/ecs/aws"
  version = "7.0.0"

  create       = false
  cluster_name = "none"
  services     = { web = { container_definitions = { a = { image = "a" } }, subnet_ids = ["subnet-1"] } }
}

module "cluster" {
  source  = "terraform-aws-modules/ecs/aws//modules/cluster"
  version = "7.0.0"

  name                               = "alone"
  create_task_exec_iam_role          = true
  default_capacity_provider_strategy = { FARGATE = { weight = 1 }, spot = { name = "FARGATE_SPOT", weight = 4 } }
  cluster_capacity_providers         = ["FARGATE", "FARGATE_SPOT"]
}
