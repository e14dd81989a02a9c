variable "unknown" {}

resource "aws_dynamodb_table" "orders" {
  count    = local.many
  hash_key = "id"
}

resource "aws_appautoscaling_target" "unknown" {
  count              = local.many
  service_namespace  = "dynamodb"
  scalable_dimension = "dynamodb:table:ReadCapacityUnits"
  resource_id        = var.unknown
}

resource "aws_elasticache_replication_group" "main" {
  count = local.many
}

resource "aws_elasticache_cluster" "unknown" {
  count                = local.many
  replication_group_id = var.unknown
}

resource "aws_efs_file_system" "main" {
  count = local.many
}

resource "aws_efs_mount_target" "unknown" {
  count          = local.many
  file_system_id = var.unknown
  subnet_id      = var.unknown
}

resource "aws_lambda_event_source_mapping" "unknown" {
  count            = local.many
  event_source_arn = var.unknown
  function_name    = var.unknown
}

resource "aws_lambda_function" "main" {
  count = local.many
  role  = var.unknown
}

resource "aws_sqs_queue" "main" {
  count          = local.many
  redrive_policy = var.unknown
}

resource "aws_ecs_service" "main" {
  count = local.many
  dynamic "load_balancer" {
    for_each = var.unknown
    content {
      target_group_arn = load_balancer.value
    }
  }
}

resource "aws_db_instance" "main" {
  count  = local.many
  engine = "mysql"
}

resource "aws_db_instance" "replica" {
  count               = local.many
  replicate_source_db = var.unknown
}

resource "aws_route53_record" "main" {
  count   = local.many
  name    = var.unknown
  zone_id = var.unknown
  type    = "A"
  records = var.unknown
  failover_routing_policy {
    type = var.unknown
  }
}

resource "aws_lb" "main" {
  count = local.many
}

resource "aws_lb_listener" "unknown" {
  count             = local.many
  load_balancer_arn = var.unknown
  default_action {
    type             = "forward"
    target_group_arn = var.unknown
  }
}

resource "aws_lb_target_group" "main" {
  count = local.many
}

resource "aws_lb_target_group_attachment" "unknown" {
  count            = local.many
  target_group_arn = var.unknown
  target_id        = var.unknown
}

resource "aws_autoscaling_group" "main" {
  count               = local.many
  max_size            = 2
  min_size            = 1
  vpc_zone_identifier = var.unknown
  target_group_arns   = var.unknown
}

resource "aws_autoscaling_policy" "unknown" {
  count                  = local.many
  autoscaling_group_name = var.unknown
  policy_type            = "StepScaling"
}

resource "aws_cloudwatch_metric_alarm" "unknown" {
  count         = local.many
  alarm_actions = var.unknown
}

resource "aws_eip" "main" {
  count    = local.many
  instance = var.unknown
}

resource "aws_instance" "main" {
  count                  = local.many
  ami                    = "ami-1"
  vpc_security_group_ids = var.unknown
  iam_instance_profile   = var.unknown
}

resource "aws_backup_selection" "unknown" {
  count     = local.many
  resources = var.unknown
}
