provider "aws" {
  region = "eu-west-1"
}

module "ecs" {
  source  = "terraform-aws-modules/ecs/aws"
  version = "3.5.0"

  name               = "shop"
  capacity_providers = ["FARGATE", "FARGATE_SPOT"]
  default_capacity_provider_strategy = [
    { capacity_provider = "FARGATE", base = 1 },
    { capacity_provider = "FARGATE_SPOT", weight = 3 },
  ]
}

resource "aws_ecs_service" "web" {
  name    = "web"
  cluster = module.ecs.ecs_cluster_id
}
