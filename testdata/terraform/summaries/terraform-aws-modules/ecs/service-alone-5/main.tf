provider "aws" {
  region = "us-east-1"
}

variable "subnets" {
  type    = list(string)
  default = ["subnet-1", "subnet-2"]
}

resource "aws_ecs_cluster" "main" {
  name = "main"
}

resource "aws_efs_file_system" "uploads" {}

module "service" {
  source  = "terraform-aws-modules/ecs/aws//modules/service"
  version = "5.11.4"

  name                           = "cms"
  cluster_arn                    = aws_ecs_cluster.main.arn
  subnet_ids                     = var.subnets
  assign_public_ip               = true
  ignore_task_definition_changes = true
  autoscaling_min_capacity       = 2
  autoscaling_max_capacity       = 6
  autoscaling_policies           = {}
  autoscaling_scheduled_actions  = { night = { min_capacity = 0, max_capacity = 1, schedule = "cron(0 20 * * ? *)" } }
  enable_execute_command         = true
  tasks_iam_role_policies        = { read = "arn:aws:iam::aws:policy/ReadOnlyAccess" }
  deployment_controller          = { type = "ECS" }

  container_definitions = {
    cms = {
      image        = "wordpress"
      mount_points = [{ sourceVolume = "uploads", containerPath = "/var/www/html/wp-content/uploads" }]
    }
  }
  volume = {
    uploads = { efs_volume_configuration = { file_system_id = aws_efs_file_system.uploads.id, transit_encryption = "ENABLED" } }
  }
}

module "external" {
  source  = "terraform-aws-modules/ecs/aws//modules/service"
  version = "5.11.4"

  name                   = "green"
  cluster_arn            = aws_ecs_cluster.main.arn
  subnet_ids             = var.subnets
  create_task_definition = false
  task_definition_arn    = "arn:aws:ecs:us-east-1:123456789012:task-definition/green:1"
  deployment_controller  = { type = "EXTERNAL" }
}
