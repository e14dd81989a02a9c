provider "aws" {
  region = "eu-west-1"
}

resource "aws_subnet" "app" {
  count             = 2
  availability_zone = ["eu-west-1a", "eu-west-1b"][count.index]
}

resource "aws_lb_target_group" "web" {
  port        = 8080
  protocol    = "HTTP"
  target_type = "ip"
}

resource "aws_autoscaling_group" "hosts" {
  min_size = 2
  max_size = 6
}

resource "aws_security_group" "lb" {}

resource "aws_dynamodb_table" "sessions" {
  name     = "sessions"
  hash_key = "id"
}

module "ecs" {
  source  = "terraform-aws-modules/ecs/aws"
  version = "6.12.0"

  cluster_name = "shop"
  autoscaling_capacity_providers = {
    hosts = { auto_scaling_group_arn = aws_autoscaling_group.hosts.arn, managed_scaling = { status = "ENABLED" } }
  }
  default_capacity_provider_strategy = { hosts = { base = 1 } }

  services = {
    web = {
      desired_count              = 3
      deployment_configuration   = { strategy = "CANARY", canary_configuration = { canary_percent = 10 } }
      subnet_ids                 = aws_subnet.app[*].id
      vpc_id                     = "vpc-1"
      deployment_circuit_breaker = { enable = true, rollback = true }
      container_definitions = {
        nginx = {
          image        = "nginx:1.27"
          portMappings = [{ name = "http", containerPort = 8080 }]
          environment  = [{ name = "TABLE", value = aws_dynamodb_table.sessions.name }]
          healthCheck  = { command = ["CMD-SHELL", "curl -f localhost"] }
          mountPoints  = [{ sourceVolume = "scratch", containerPath = "/scratch" }]
        }
      }
      volume        = { scratch = {} }
      load_balancer = { http = { target_group_arn = aws_lb_target_group.web.arn, container_name = "nginx", container_port = 8080 } }
      security_group_ingress_rules = {
        lb   = { from_port = 8080, referenced_security_group_id = aws_security_group.lb.id }
        self = { from_port = 9000, to_port = 9010, referenced_security_group_id = "self" }
      }
      security_group_egress_rules = { all = { ip_protocol = "-1", cidr_ipv4 = "0.0.0.0/0" } }
      tasks_iam_role_statements   = [{ actions = ["dynamodb:PutItem"], resources = [aws_dynamodb_table.sessions.arn] }]
    }
    jobs = {
      capacity_provider_strategy = { hosts = { capacity_provider = "hosts" } }
      subnet_ids                 = [aws_subnet.app[0].id]
      autoscaling_policies       = {}
      container_definitions      = { worker = { image = "jobs:1", create_cloudwatch_log_group = false } }
    }
  }
}
