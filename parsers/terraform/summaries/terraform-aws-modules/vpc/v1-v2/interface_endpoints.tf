# The endpoints that what runs in private subnets cannot do without: images, logs, sessions, secrets and queues. Those of
# some forty more services are left out.

variable "enable_ecr_api_endpoint" {
  type    = bool
  default = false
}

variable "ecr_api_endpoint_subnet_ids" {
  type    = list(string)
  default = []
}

variable "ecr_api_endpoint_security_group_ids" {
  type    = list(string)
  default = []
}

variable "ecr_api_endpoint_private_dns_enabled" {
  type    = bool
  default = false
}

data "aws_vpc_endpoint_service" "ecr_api" {
  count = local.create_vpc && var.enable_ecr_api_endpoint ? 1 : 0

  service = "ecr.api"
}

resource "aws_vpc_endpoint" "ecr_api" {
  count = local.create_vpc && var.enable_ecr_api_endpoint ? 1 : 0

  vpc_id              = local.vpc_id
  service_name        = data.aws_vpc_endpoint_service.ecr_api[0].service_name
  vpc_endpoint_type   = "Interface"
  subnet_ids          = coalescelist(var.ecr_api_endpoint_subnet_ids, aws_subnet.private[*].id)
  security_group_ids  = var.ecr_api_endpoint_security_group_ids
  private_dns_enabled = var.ecr_api_endpoint_private_dns_enabled

  tags = local.endpoint_tags
}

variable "enable_ecr_dkr_endpoint" {
  type    = bool
  default = false
}

variable "ecr_dkr_endpoint_subnet_ids" {
  type    = list(string)
  default = []
}

variable "ecr_dkr_endpoint_security_group_ids" {
  type    = list(string)
  default = []
}

variable "ecr_dkr_endpoint_private_dns_enabled" {
  type    = bool
  default = false
}

data "aws_vpc_endpoint_service" "ecr_dkr" {
  count = local.create_vpc && var.enable_ecr_dkr_endpoint ? 1 : 0

  service = "ecr.dkr"
}

resource "aws_vpc_endpoint" "ecr_dkr" {
  count = local.create_vpc && var.enable_ecr_dkr_endpoint ? 1 : 0

  vpc_id              = local.vpc_id
  service_name        = data.aws_vpc_endpoint_service.ecr_dkr[0].service_name
  vpc_endpoint_type   = "Interface"
  subnet_ids          = coalescelist(var.ecr_dkr_endpoint_subnet_ids, aws_subnet.private[*].id)
  security_group_ids  = var.ecr_dkr_endpoint_security_group_ids
  private_dns_enabled = var.ecr_dkr_endpoint_private_dns_enabled

  tags = local.endpoint_tags
}

variable "enable_logs_endpoint" {
  type    = bool
  default = false
}

variable "logs_endpoint_subnet_ids" {
  type    = list(string)
  default = []
}

variable "logs_endpoint_security_group_ids" {
  type    = list(string)
  default = []
}

variable "logs_endpoint_private_dns_enabled" {
  type    = bool
  default = false
}

data "aws_vpc_endpoint_service" "logs" {
  count = local.create_vpc && var.enable_logs_endpoint ? 1 : 0

  service = "logs"
}

resource "aws_vpc_endpoint" "logs" {
  count = local.create_vpc && var.enable_logs_endpoint ? 1 : 0

  vpc_id              = local.vpc_id
  service_name        = data.aws_vpc_endpoint_service.logs[0].service_name
  vpc_endpoint_type   = "Interface"
  subnet_ids          = coalescelist(var.logs_endpoint_subnet_ids, aws_subnet.private[*].id)
  security_group_ids  = var.logs_endpoint_security_group_ids
  private_dns_enabled = var.logs_endpoint_private_dns_enabled

  tags = local.endpoint_tags
}

variable "enable_monitoring_endpoint" {
  type    = bool
  default = false
}

variable "monitoring_endpoint_subnet_ids" {
  type    = list(string)
  default = []
}

variable "monitoring_endpoint_security_group_ids" {
  type    = list(string)
  default = []
}

variable "monitoring_endpoint_private_dns_enabled" {
  type    = bool
  default = false
}

data "aws_vpc_endpoint_service" "monitoring" {
  count = local.create_vpc && var.enable_monitoring_endpoint ? 1 : 0

  service = "monitoring"
}

resource "aws_vpc_endpoint" "monitoring" {
  count = local.create_vpc && var.enable_monitoring_endpoint ? 1 : 0

  vpc_id              = local.vpc_id
  service_name        = data.aws_vpc_endpoint_service.monitoring[0].service_name
  vpc_endpoint_type   = "Interface"
  subnet_ids          = coalescelist(var.monitoring_endpoint_subnet_ids, aws_subnet.private[*].id)
  security_group_ids  = var.monitoring_endpoint_security_group_ids
  private_dns_enabled = var.monitoring_endpoint_private_dns_enabled

  tags = local.endpoint_tags
}

variable "enable_ecs_endpoint" {
  type    = bool
  default = false
}

variable "ecs_endpoint_subnet_ids" {
  type    = list(string)
  default = []
}

variable "ecs_endpoint_security_group_ids" {
  type    = list(string)
  default = []
}

variable "ecs_endpoint_private_dns_enabled" {
  type    = bool
  default = false
}

data "aws_vpc_endpoint_service" "ecs" {
  count = local.create_vpc && var.enable_ecs_endpoint ? 1 : 0

  service = "ecs"
}

resource "aws_vpc_endpoint" "ecs" {
  count = local.create_vpc && var.enable_ecs_endpoint ? 1 : 0

  vpc_id              = local.vpc_id
  service_name        = data.aws_vpc_endpoint_service.ecs[0].service_name
  vpc_endpoint_type   = "Interface"
  subnet_ids          = coalescelist(var.ecs_endpoint_subnet_ids, aws_subnet.private[*].id)
  security_group_ids  = var.ecs_endpoint_security_group_ids
  private_dns_enabled = var.ecs_endpoint_private_dns_enabled

  tags = local.endpoint_tags
}

variable "enable_ecs_agent_endpoint" {
  type    = bool
  default = false
}

variable "ecs_agent_endpoint_subnet_ids" {
  type    = list(string)
  default = []
}

variable "ecs_agent_endpoint_security_group_ids" {
  type    = list(string)
  default = []
}

variable "ecs_agent_endpoint_private_dns_enabled" {
  type    = bool
  default = false
}

data "aws_vpc_endpoint_service" "ecs_agent" {
  count = local.create_vpc && var.enable_ecs_agent_endpoint ? 1 : 0

  service = "ecs-agent"
}

resource "aws_vpc_endpoint" "ecs_agent" {
  count = local.create_vpc && var.enable_ecs_agent_endpoint ? 1 : 0

  vpc_id              = local.vpc_id
  service_name        = data.aws_vpc_endpoint_service.ecs_agent[0].service_name
  vpc_endpoint_type   = "Interface"
  subnet_ids          = coalescelist(var.ecs_agent_endpoint_subnet_ids, aws_subnet.private[*].id)
  security_group_ids  = var.ecs_agent_endpoint_security_group_ids
  private_dns_enabled = var.ecs_agent_endpoint_private_dns_enabled

  tags = local.endpoint_tags
}

variable "enable_ecs_telemetry_endpoint" {
  type    = bool
  default = false
}

variable "ecs_telemetry_endpoint_subnet_ids" {
  type    = list(string)
  default = []
}

variable "ecs_telemetry_endpoint_security_group_ids" {
  type    = list(string)
  default = []
}

variable "ecs_telemetry_endpoint_private_dns_enabled" {
  type    = bool
  default = false
}

data "aws_vpc_endpoint_service" "ecs_telemetry" {
  count = local.create_vpc && var.enable_ecs_telemetry_endpoint ? 1 : 0

  service = "ecs-telemetry"
}

resource "aws_vpc_endpoint" "ecs_telemetry" {
  count = local.create_vpc && var.enable_ecs_telemetry_endpoint ? 1 : 0

  vpc_id              = local.vpc_id
  service_name        = data.aws_vpc_endpoint_service.ecs_telemetry[0].service_name
  vpc_endpoint_type   = "Interface"
  subnet_ids          = coalescelist(var.ecs_telemetry_endpoint_subnet_ids, aws_subnet.private[*].id)
  security_group_ids  = var.ecs_telemetry_endpoint_security_group_ids
  private_dns_enabled = var.ecs_telemetry_endpoint_private_dns_enabled

  tags = local.endpoint_tags
}

variable "enable_ec2_endpoint" {
  type    = bool
  default = false
}

variable "ec2_endpoint_subnet_ids" {
  type    = list(string)
  default = []
}

variable "ec2_endpoint_security_group_ids" {
  type    = list(string)
  default = []
}

variable "ec2_endpoint_private_dns_enabled" {
  type    = bool
  default = false
}

data "aws_vpc_endpoint_service" "ec2" {
  count = local.create_vpc && var.enable_ec2_endpoint ? 1 : 0

  service = "ec2"
}

resource "aws_vpc_endpoint" "ec2" {
  count = local.create_vpc && var.enable_ec2_endpoint ? 1 : 0

  vpc_id              = local.vpc_id
  service_name        = data.aws_vpc_endpoint_service.ec2[0].service_name
  vpc_endpoint_type   = "Interface"
  subnet_ids          = coalescelist(var.ec2_endpoint_subnet_ids, aws_subnet.private[*].id)
  security_group_ids  = var.ec2_endpoint_security_group_ids
  private_dns_enabled = var.ec2_endpoint_private_dns_enabled

  tags = local.endpoint_tags
}

variable "enable_ec2messages_endpoint" {
  type    = bool
  default = false
}

variable "ec2messages_endpoint_subnet_ids" {
  type    = list(string)
  default = []
}

variable "ec2messages_endpoint_security_group_ids" {
  type    = list(string)
  default = []
}

variable "ec2messages_endpoint_private_dns_enabled" {
  type    = bool
  default = false
}

data "aws_vpc_endpoint_service" "ec2messages" {
  count = local.create_vpc && var.enable_ec2messages_endpoint ? 1 : 0

  service = "ec2messages"
}

resource "aws_vpc_endpoint" "ec2messages" {
  count = local.create_vpc && var.enable_ec2messages_endpoint ? 1 : 0

  vpc_id              = local.vpc_id
  service_name        = data.aws_vpc_endpoint_service.ec2messages[0].service_name
  vpc_endpoint_type   = "Interface"
  subnet_ids          = coalescelist(var.ec2messages_endpoint_subnet_ids, aws_subnet.private[*].id)
  security_group_ids  = var.ec2messages_endpoint_security_group_ids
  private_dns_enabled = var.ec2messages_endpoint_private_dns_enabled

  tags = local.endpoint_tags
}

variable "enable_ssm_endpoint" {
  type    = bool
  default = false
}

variable "ssm_endpoint_subnet_ids" {
  type    = list(string)
  default = []
}

variable "ssm_endpoint_security_group_ids" {
  type    = list(string)
  default = []
}

variable "ssm_endpoint_private_dns_enabled" {
  type    = bool
  default = false
}

data "aws_vpc_endpoint_service" "ssm" {
  count = local.create_vpc && var.enable_ssm_endpoint ? 1 : 0

  service = "ssm"
}

resource "aws_vpc_endpoint" "ssm" {
  count = local.create_vpc && var.enable_ssm_endpoint ? 1 : 0

  vpc_id              = local.vpc_id
  service_name        = data.aws_vpc_endpoint_service.ssm[0].service_name
  vpc_endpoint_type   = "Interface"
  subnet_ids          = coalescelist(var.ssm_endpoint_subnet_ids, aws_subnet.private[*].id)
  security_group_ids  = var.ssm_endpoint_security_group_ids
  private_dns_enabled = var.ssm_endpoint_private_dns_enabled

  tags = local.endpoint_tags
}

variable "enable_ssmmessages_endpoint" {
  type    = bool
  default = false
}

variable "ssmmessages_endpoint_subnet_ids" {
  type    = list(string)
  default = []
}

variable "ssmmessages_endpoint_security_group_ids" {
  type    = list(string)
  default = []
}

variable "ssmmessages_endpoint_private_dns_enabled" {
  type    = bool
  default = false
}

data "aws_vpc_endpoint_service" "ssmmessages" {
  count = local.create_vpc && var.enable_ssmmessages_endpoint ? 1 : 0

  service = "ssmmessages"
}

resource "aws_vpc_endpoint" "ssmmessages" {
  count = local.create_vpc && var.enable_ssmmessages_endpoint ? 1 : 0

  vpc_id              = local.vpc_id
  service_name        = data.aws_vpc_endpoint_service.ssmmessages[0].service_name
  vpc_endpoint_type   = "Interface"
  subnet_ids          = coalescelist(var.ssmmessages_endpoint_subnet_ids, aws_subnet.private[*].id)
  security_group_ids  = var.ssmmessages_endpoint_security_group_ids
  private_dns_enabled = var.ssmmessages_endpoint_private_dns_enabled

  tags = local.endpoint_tags
}

variable "enable_ec2_autoscaling_endpoint" {
  type    = bool
  default = false
}

variable "ec2_autoscaling_endpoint_subnet_ids" {
  type    = list(string)
  default = []
}

variable "ec2_autoscaling_endpoint_security_group_ids" {
  type    = list(string)
  default = []
}

variable "ec2_autoscaling_endpoint_private_dns_enabled" {
  type    = bool
  default = false
}

data "aws_vpc_endpoint_service" "ec2_autoscaling" {
  count = local.create_vpc && var.enable_ec2_autoscaling_endpoint ? 1 : 0

  service = "autoscaling"
}

resource "aws_vpc_endpoint" "ec2_autoscaling" {
  count = local.create_vpc && var.enable_ec2_autoscaling_endpoint ? 1 : 0

  vpc_id              = local.vpc_id
  service_name        = data.aws_vpc_endpoint_service.ec2_autoscaling[0].service_name
  vpc_endpoint_type   = "Interface"
  subnet_ids          = coalescelist(var.ec2_autoscaling_endpoint_subnet_ids, aws_subnet.private[*].id)
  security_group_ids  = var.ec2_autoscaling_endpoint_security_group_ids
  private_dns_enabled = var.ec2_autoscaling_endpoint_private_dns_enabled

  tags = local.endpoint_tags
}

variable "enable_elasticloadbalancing_endpoint" {
  type    = bool
  default = false
}

variable "elasticloadbalancing_endpoint_subnet_ids" {
  type    = list(string)
  default = []
}

variable "elasticloadbalancing_endpoint_security_group_ids" {
  type    = list(string)
  default = []
}

variable "elasticloadbalancing_endpoint_private_dns_enabled" {
  type    = bool
  default = false
}

data "aws_vpc_endpoint_service" "elasticloadbalancing" {
  count = local.create_vpc && var.enable_elasticloadbalancing_endpoint ? 1 : 0

  service = "elasticloadbalancing"
}

resource "aws_vpc_endpoint" "elasticloadbalancing" {
  count = local.create_vpc && var.enable_elasticloadbalancing_endpoint ? 1 : 0

  vpc_id              = local.vpc_id
  service_name        = data.aws_vpc_endpoint_service.elasticloadbalancing[0].service_name
  vpc_endpoint_type   = "Interface"
  subnet_ids          = coalescelist(var.elasticloadbalancing_endpoint_subnet_ids, aws_subnet.private[*].id)
  security_group_ids  = var.elasticloadbalancing_endpoint_security_group_ids
  private_dns_enabled = var.elasticloadbalancing_endpoint_private_dns_enabled

  tags = local.endpoint_tags
}

variable "enable_sts_endpoint" {
  type    = bool
  default = false
}

variable "sts_endpoint_subnet_ids" {
  type    = list(string)
  default = []
}

variable "sts_endpoint_security_group_ids" {
  type    = list(string)
  default = []
}

variable "sts_endpoint_private_dns_enabled" {
  type    = bool
  default = false
}

data "aws_vpc_endpoint_service" "sts" {
  count = local.create_vpc && var.enable_sts_endpoint ? 1 : 0

  service = "sts"
}

resource "aws_vpc_endpoint" "sts" {
  count = local.create_vpc && var.enable_sts_endpoint ? 1 : 0

  vpc_id              = local.vpc_id
  service_name        = data.aws_vpc_endpoint_service.sts[0].service_name
  vpc_endpoint_type   = "Interface"
  subnet_ids          = coalescelist(var.sts_endpoint_subnet_ids, aws_subnet.private[*].id)
  security_group_ids  = var.sts_endpoint_security_group_ids
  private_dns_enabled = var.sts_endpoint_private_dns_enabled

  tags = local.endpoint_tags
}

variable "enable_kms_endpoint" {
  type    = bool
  default = false
}

variable "kms_endpoint_subnet_ids" {
  type    = list(string)
  default = []
}

variable "kms_endpoint_security_group_ids" {
  type    = list(string)
  default = []
}

variable "kms_endpoint_private_dns_enabled" {
  type    = bool
  default = false
}

data "aws_vpc_endpoint_service" "kms" {
  count = local.create_vpc && var.enable_kms_endpoint ? 1 : 0

  service = "kms"
}

resource "aws_vpc_endpoint" "kms" {
  count = local.create_vpc && var.enable_kms_endpoint ? 1 : 0

  vpc_id              = local.vpc_id
  service_name        = data.aws_vpc_endpoint_service.kms[0].service_name
  vpc_endpoint_type   = "Interface"
  subnet_ids          = coalescelist(var.kms_endpoint_subnet_ids, aws_subnet.private[*].id)
  security_group_ids  = var.kms_endpoint_security_group_ids
  private_dns_enabled = var.kms_endpoint_private_dns_enabled

  tags = local.endpoint_tags
}

variable "enable_secretsmanager_endpoint" {
  type    = bool
  default = false
}

variable "secretsmanager_endpoint_subnet_ids" {
  type    = list(string)
  default = []
}

variable "secretsmanager_endpoint_security_group_ids" {
  type    = list(string)
  default = []
}

variable "secretsmanager_endpoint_private_dns_enabled" {
  type    = bool
  default = false
}

data "aws_vpc_endpoint_service" "secretsmanager" {
  count = local.create_vpc && var.enable_secretsmanager_endpoint ? 1 : 0

  service = "secretsmanager"
}

resource "aws_vpc_endpoint" "secretsmanager" {
  count = local.create_vpc && var.enable_secretsmanager_endpoint ? 1 : 0

  vpc_id              = local.vpc_id
  service_name        = data.aws_vpc_endpoint_service.secretsmanager[0].service_name
  vpc_endpoint_type   = "Interface"
  subnet_ids          = coalescelist(var.secretsmanager_endpoint_subnet_ids, aws_subnet.private[*].id)
  security_group_ids  = var.secretsmanager_endpoint_security_group_ids
  private_dns_enabled = var.secretsmanager_endpoint_private_dns_enabled

  tags = local.endpoint_tags
}

variable "enable_sqs_endpoint" {
  type    = bool
  default = false
}

variable "sqs_endpoint_subnet_ids" {
  type    = list(string)
  default = []
}

variable "sqs_endpoint_security_group_ids" {
  type    = list(string)
  default = []
}

variable "sqs_endpoint_private_dns_enabled" {
  type    = bool
  default = false
}

data "aws_vpc_endpoint_service" "sqs" {
  count = local.create_vpc && var.enable_sqs_endpoint ? 1 : 0

  service = "sqs"
}

resource "aws_vpc_endpoint" "sqs" {
  count = local.create_vpc && var.enable_sqs_endpoint ? 1 : 0

  vpc_id              = local.vpc_id
  service_name        = data.aws_vpc_endpoint_service.sqs[0].service_name
  vpc_endpoint_type   = "Interface"
  subnet_ids          = coalescelist(var.sqs_endpoint_subnet_ids, aws_subnet.private[*].id)
  security_group_ids  = var.sqs_endpoint_security_group_ids
  private_dns_enabled = var.sqs_endpoint_private_dns_enabled

  tags = local.endpoint_tags
}

variable "enable_sns_endpoint" {
  type    = bool
  default = false
}

variable "sns_endpoint_subnet_ids" {
  type    = list(string)
  default = []
}

variable "sns_endpoint_security_group_ids" {
  type    = list(string)
  default = []
}

variable "sns_endpoint_private_dns_enabled" {
  type    = bool
  default = false
}

data "aws_vpc_endpoint_service" "sns" {
  count = local.create_vpc && var.enable_sns_endpoint ? 1 : 0

  service = "sns"
}

resource "aws_vpc_endpoint" "sns" {
  count = local.create_vpc && var.enable_sns_endpoint ? 1 : 0

  vpc_id              = local.vpc_id
  service_name        = data.aws_vpc_endpoint_service.sns[0].service_name
  vpc_endpoint_type   = "Interface"
  subnet_ids          = coalescelist(var.sns_endpoint_subnet_ids, aws_subnet.private[*].id)
  security_group_ids  = var.sns_endpoint_security_group_ids
  private_dns_enabled = var.sns_endpoint_private_dns_enabled

  tags = local.endpoint_tags
}

variable "enable_events_endpoint" {
  type    = bool
  default = false
}

variable "events_endpoint_subnet_ids" {
  type    = list(string)
  default = []
}

variable "events_endpoint_security_group_ids" {
  type    = list(string)
  default = []
}

variable "events_endpoint_private_dns_enabled" {
  type    = bool
  default = false
}

data "aws_vpc_endpoint_service" "events" {
  count = local.create_vpc && var.enable_events_endpoint ? 1 : 0

  service = "events"
}

resource "aws_vpc_endpoint" "events" {
  count = local.create_vpc && var.enable_events_endpoint ? 1 : 0

  vpc_id              = local.vpc_id
  service_name        = data.aws_vpc_endpoint_service.events[0].service_name
  vpc_endpoint_type   = "Interface"
  subnet_ids          = coalescelist(var.events_endpoint_subnet_ids, aws_subnet.private[*].id)
  security_group_ids  = var.events_endpoint_security_group_ids
  private_dns_enabled = var.events_endpoint_private_dns_enabled

  tags = local.endpoint_tags
}

variable "enable_lambda_endpoint" {
  type    = bool
  default = false
}

variable "lambda_endpoint_subnet_ids" {
  type    = list(string)
  default = []
}

variable "lambda_endpoint_security_group_ids" {
  type    = list(string)
  default = []
}

variable "lambda_endpoint_private_dns_enabled" {
  type    = bool
  default = false
}

data "aws_vpc_endpoint_service" "lambda" {
  count = local.create_vpc && var.enable_lambda_endpoint ? 1 : 0

  service = "lambda"
}

resource "aws_vpc_endpoint" "lambda" {
  count = local.create_vpc && var.enable_lambda_endpoint ? 1 : 0

  vpc_id              = local.vpc_id
  service_name        = data.aws_vpc_endpoint_service.lambda[0].service_name
  vpc_endpoint_type   = "Interface"
  subnet_ids          = coalescelist(var.lambda_endpoint_subnet_ids, aws_subnet.private[*].id)
  security_group_ids  = var.lambda_endpoint_security_group_ids
  private_dns_enabled = var.lambda_endpoint_private_dns_enabled

  tags = local.endpoint_tags
}

variable "enable_apigw_endpoint" {
  type    = bool
  default = false
}

variable "apigw_endpoint_subnet_ids" {
  type    = list(string)
  default = []
}

variable "apigw_endpoint_security_group_ids" {
  type    = list(string)
  default = []
}

variable "apigw_endpoint_private_dns_enabled" {
  type    = bool
  default = false
}

data "aws_vpc_endpoint_service" "apigw" {
  count = local.create_vpc && var.enable_apigw_endpoint ? 1 : 0

  service = "execute-api"
}

resource "aws_vpc_endpoint" "apigw" {
  count = local.create_vpc && var.enable_apigw_endpoint ? 1 : 0

  vpc_id              = local.vpc_id
  service_name        = data.aws_vpc_endpoint_service.apigw[0].service_name
  vpc_endpoint_type   = "Interface"
  subnet_ids          = coalescelist(var.apigw_endpoint_subnet_ids, aws_subnet.private[*].id)
  security_group_ids  = var.apigw_endpoint_security_group_ids
  private_dns_enabled = var.apigw_endpoint_private_dns_enabled

  tags = local.endpoint_tags
}
