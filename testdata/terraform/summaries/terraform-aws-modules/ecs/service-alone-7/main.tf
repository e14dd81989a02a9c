provider "aws" {
  region = "us-east-1"
}

resource "aws_ecs_cluster" "main" {
  name = "main"
}

module "service" {
  source  = "terraform-aws-modules/ecs/aws//modules/service"
  version = "7.4.0"

  name                           = "api"
  cluster_arn                    = aws_ecs_cluster.main.arn
  subnet_ids                     = ["subnet-1"]
  desired_count                  = 1
  enable_autoscaling             = false
  deployment_configuration       = { strategy = "BLUE_GREEN", bake_time_in_minutes = 5 }
  create_infrastructure_iam_role = false
  availability_zone_rebalancing  = "ENABLED"
  capacity_provider_strategy = {
    spot = { capacity_provider = "FARGATE_SPOT" }
  }
  container_definitions = {
    api = { image = "api:1", logConfiguration = { logDriver = "awsfirelens" }, restartPolicy = { enabled = false } }
  }
}
