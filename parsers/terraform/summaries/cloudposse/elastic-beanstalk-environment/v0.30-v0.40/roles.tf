locals {
  managed = "arn:aws:iam::aws:policy"
}

resource "aws_iam_role" "service" {
  name                = "${module.this.id}-eb-service"
  tags                = module.this.tags
  managed_policy_arns = null

  dynamic "inline_policy" {
    for_each = []
    content {}
  }
}

resource "aws_iam_role_policy_attachment" "enhanced_health" {
  count      = var.enhanced_reporting_enabled ? 1 : 0
  role       = aws_iam_role.service.name
  policy_arn = "${local.managed}/service-role/AWSElasticBeanstalkEnhancedHealth"
  roles      = null
}

resource "aws_iam_role_policy_attachment" "service" {
  role       = aws_iam_role.service.name
  policy_arn = var.prefer_legacy_service_policy ? "${local.managed}/service-role/AWSElasticBeanstalkService" : "${local.managed}/AWSElasticBeanstalkManagedUpdatesCustomerRolePolicy"
  roles      = null
}

# The instances' role. Its own policy is long, and among the rest lets them write every bucket.
resource "aws_iam_role" "ec2" {
  name                = "${module.this.id}-eb-ec2"
  tags                = module.this.tags
  managed_policy_arns = null

  dynamic "inline_policy" {
    for_each = []
    content {}
  }
}

resource "aws_iam_instance_profile" "ec2" {
  name  = "${module.this.id}-eb-ec2"
  role  = aws_iam_role.ec2.name
  roles = null
}

resource "aws_iam_role_policy" "default" {
  name = "${module.this.id}-eb-default"
  role = aws_iam_role.ec2.id
}

resource "aws_iam_role_policy_attachment" "elastic_beanstalk_multi_container_docker" {
  role       = aws_iam_role.ec2.name
  policy_arn = "${local.managed}/AWSElasticBeanstalkMulticontainerDocker"
  roles      = null
}

resource "aws_iam_role_policy_attachment" "web_tier" {
  role       = aws_iam_role.ec2.name
  policy_arn = "${local.managed}/AWSElasticBeanstalkWebTier"
  roles      = null
}

resource "aws_iam_role_policy_attachment" "worker_tier" {
  role       = aws_iam_role.ec2.name
  policy_arn = "${local.managed}/AWSElasticBeanstalkWorkerTier"
  roles      = null
}

resource "aws_iam_role_policy_attachment" "ssm_ec2" {
  role       = aws_iam_role.ec2.name
  policy_arn = var.prefer_legacy_ssm_policy ? "${local.managed}/service-role/AmazonEC2RoleforSSM" : "${local.managed}/AmazonSSMManagedInstanceCore"
  roles      = null
}

resource "aws_iam_role_policy_attachment" "ssm_automation" {
  role       = aws_iam_role.ec2.name
  policy_arn = "${local.managed}/service-role/AmazonSSMAutomationRole"
  roles      = null
}

resource "aws_iam_role_policy_attachment" "ecr_readonly" {
  role       = aws_iam_role.ec2.name
  policy_arn = "${local.managed}/AmazonEC2ContainerRegistryReadOnly"
  roles      = null
}
