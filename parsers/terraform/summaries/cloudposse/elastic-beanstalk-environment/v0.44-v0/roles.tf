locals {
  managed = "arn:${join("", data.aws_partition.current[*].partition)}:iam::aws:policy"
}

data "aws_partition" "current" {
  count = local.enabled ? 1 : 0
}

resource "aws_iam_role" "service" {
  count               = local.enabled ? 1 : 0
  name                = "${module.this.id}-eb-service"
  tags                = module.this.tags
  managed_policy_arns = null

  dynamic "inline_policy" {
    for_each = []
    content {}
  }
}

resource "aws_iam_role_policy_attachment" "enhanced_health" {
  count      = local.enabled && var.enhanced_reporting_enabled ? 1 : 0
  role       = join("", aws_iam_role.service[*].name)
  policy_arn = "${local.managed}/service-role/AWSElasticBeanstalkEnhancedHealth"
  roles      = null
}

resource "aws_iam_role_policy_attachment" "service" {
  count      = local.enabled ? 1 : 0
  role       = join("", aws_iam_role.service[*].name)
  policy_arn = var.prefer_legacy_service_policy ? "${local.managed}/service-role/AWSElasticBeanstalkService" : "${local.managed}/AWSElasticBeanstalkManagedUpdatesCustomerRolePolicy"
  roles      = null
}

# The instances' role. Its own policy is long, and among the rest lets them write every bucket.
resource "aws_iam_role" "ec2" {
  count               = local.enabled ? 1 : 0
  name                = "${module.this.id}-eb-ec2"
  tags                = module.this.tags
  managed_policy_arns = null

  dynamic "inline_policy" {
    for_each = []
    content {}
  }
}

resource "aws_iam_instance_profile" "ec2" {
  count = local.enabled ? 1 : 0
  name  = "${module.this.id}-eb-ec2"
  role  = join("", aws_iam_role.ec2[*].name)
  roles = null
}

resource "aws_iam_role_policy" "default" {
  count = local.enabled ? 1 : 0
  name  = "${module.this.id}-eb-default"
  role  = join("", aws_iam_role.ec2[*].id)
}

resource "aws_iam_role_policy_attachment" "elastic_beanstalk_multi_container_docker" {
  count      = local.enabled ? 1 : 0
  role       = join("", aws_iam_role.ec2[*].name)
  policy_arn = "${local.managed}/AWSElasticBeanstalkMulticontainerDocker"
  roles      = null
}

resource "aws_iam_role_policy_attachment" "web_tier" {
  count      = local.enabled ? 1 : 0
  role       = join("", aws_iam_role.ec2[*].name)
  policy_arn = "${local.managed}/AWSElasticBeanstalkWebTier"
  roles      = null
}

resource "aws_iam_role_policy_attachment" "worker_tier" {
  count      = local.enabled ? 1 : 0
  role       = join("", aws_iam_role.ec2[*].name)
  policy_arn = "${local.managed}/AWSElasticBeanstalkWorkerTier"
  roles      = null
}

resource "aws_iam_role_policy_attachment" "ssm_ec2" {
  count      = local.enabled ? 1 : 0
  role       = join("", aws_iam_role.ec2[*].name)
  policy_arn = var.prefer_legacy_ssm_policy ? "${local.managed}/service-role/AmazonEC2RoleforSSM" : "${local.managed}/AmazonSSMManagedInstanceCore"
  roles      = null
}

resource "aws_iam_role_policy_attachment" "ssm_automation" {
  count      = local.enabled ? 1 : 0
  role       = join("", aws_iam_role.ec2[*].name)
  policy_arn = "${local.managed}/service-role/AmazonSSMAutomationRole"
  roles      = null
}

resource "aws_iam_role_policy_attachment" "ecr_readonly" {
  count      = local.enabled ? 1 : 0
  role       = join("", aws_iam_role.ec2[*].name)
  policy_arn = "${local.managed}/AmazonEC2ContainerRegistryReadOnly"
  roles      = null
}
