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

resource "aws_security_group" "lb" {}

resource "aws_rds_cluster" "orders" {
  engine = "aurora-postgresql"
}

module "ecs" {
  source  = "terraform-aws-modules/ecs/aws"
  version = "5.12.1"

  cluster_name = "shop"
  fargate_capacity_providers = {
    FARGATE      = { default_capacity_provider_strategy = { weight = 50, base = 20 } }
    FARGATE_SPOT = { default_capacity_provider_strategy = { weight = 50 } }
  }

  services = {
    web = {
      cpu           = 512
      memory        = 1024
      desired_count = 2
      subnet_ids    = aws_subnet.app[*].id

      deployment_circuit_breaker = { enable = true, rollback = true }
      container_definitions = {
        nginx = {
          image                    = "nginx:1.27"
          essential                = true
          readonly_root_filesystem = false
          port_mappings            = [{ name = "http", containerPort = 8080, protocol = "tcp" }]
          environment              = [{ name = "DB_HOST", value = aws_rds_cluster.orders.endpoint }]
          secrets                  = [{ name = "DB_PASSWORD", valueFrom = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db" }]
          health_check             = { command = ["CMD-SHELL", "curl -f localhost"] }
        }
        logs = {
          image                     = "fluent/fluent-bit"
          enable_cloudwatch_logging = false
          mount_points              = [{ sourceVolume = "spool", containerPath = "/spool" }]
        }
      }
      volume        = { spool = {} }
      load_balancer = { http = { target_group_arn = aws_lb_target_group.web.arn, container_name = "nginx", container_port = 8080 } }
      security_group_rules = {
        from_lb = { type = "ingress", from_port = 8080, to_port = 8080, protocol = "tcp", source_security_group_id = aws_security_group.lb.id }
        out     = { type = "egress", from_port = 0, to_port = 0, protocol = "-1", cidr_blocks = ["0.0.0.0/0"] }
      }
      tasks_iam_role_statements = [{ actions = ["s3:PutObject"], resources = ["arn:aws:s3:::uploads/*"] }]
    }
    jobs = {
      launch_type                   = "FARGATE"
      enable_autoscaling            = false
      subnet_ids                    = [aws_subnet.app[0].id]
      create_security_group         = false
      security_group_ids            = [aws_security_group.lb.id]
      container_definition_defaults = { image = "jobs:1", cpu = 256 }
      container_definitions         = { worker = {} }
      capacity_provider_strategy    = { spot = { capacity_provider = "FARGATE_SPOT", weight = 1 } }
    }
  }
}
