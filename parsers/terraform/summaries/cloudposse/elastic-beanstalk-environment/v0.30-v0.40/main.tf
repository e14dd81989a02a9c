locals {
  web         = var.tier == "WebServer"
  application = local.web && var.loadbalancer_type == "application"
  classic     = local.web && var.loadbalancer_type != "application"
}

resource "aws_elastic_beanstalk_environment" "default" {
  name                = module.this.id
  application         = var.elastic_beanstalk_application_name
  description         = var.description
  tier                = var.tier
  solution_stack_name = var.solution_stack_name
  version_label       = var.version_label
  template_name       = null
  tags                = { for k, v in module.this.tags : k => v if k != "Name" && k != "Namespace" }

  setting {
    namespace = "aws:elasticbeanstalk:environment"
    name      = "EnvironmentType"
    value     = var.environment_type
    resource  = ""
  }
  setting {
    namespace = "aws:ec2:vpc"
    name      = "VPCId"
    value     = var.vpc_id
    resource  = ""
  }
  setting {
    namespace = "aws:ec2:vpc"
    name      = "Subnets"
    value     = join(",", sort(var.application_subnets))
    resource  = ""
  }
  setting {
    namespace = "aws:ec2:vpc"
    name      = "AssociatePublicIpAddress"
    value     = var.associate_public_ip_address
    resource  = ""
  }
  setting {
    namespace = "aws:autoscaling:asg"
    name      = "Availability Zones"
    value     = var.availability_zone_selector
    resource  = ""
  }
  setting {
    namespace = "aws:autoscaling:asg"
    name      = "MinSize"
    value     = var.autoscale_min
    resource  = ""
  }
  setting {
    namespace = "aws:autoscaling:asg"
    name      = "MaxSize"
    value     = var.autoscale_max
    resource  = ""
  }
  setting {
    namespace = "aws:autoscaling:launchconfiguration"
    name      = "SecurityGroups"
    value     = join(",", compact(sort(concat([aws_security_group.default.id], var.additional_security_groups))))
    resource  = ""
  }
  setting {
    namespace = "aws:autoscaling:launchconfiguration"
    name      = "IamInstanceProfile"
    value     = aws_iam_instance_profile.ec2.name
    resource  = ""
  }
  setting {
    namespace = "aws:elasticbeanstalk:environment"
    name      = "ServiceRole"
    value     = aws_iam_role.service.name
    resource  = ""
  }

  # The load balancer.
  dynamic "setting" {
    for_each = local.web ? [1] : []
    content {
      namespace = "aws:elasticbeanstalk:environment"
      name      = "LoadBalancerType"
      value     = var.loadbalancer_type
      resource  = ""
    }
  }
  dynamic "setting" {
    for_each = local.web ? [1] : []
    content {
      namespace = "aws:ec2:vpc"
      name      = "ELBSubnets"
      value     = join(",", sort(var.loadbalancer_subnets))
      resource  = ""
    }
  }
  dynamic "setting" {
    for_each = local.web ? [1] : []
    content {
      namespace = "aws:ec2:vpc"
      name      = "ELBScheme"
      value     = var.environment_type == "LoadBalanced" ? var.elb_scheme : ""
      resource  = ""
    }
  }
  dynamic "setting" {
    for_each = local.web ? [1] : []
    content {
      namespace = "aws:elasticbeanstalk:environment:process:default"
      name      = "Port"
      value     = var.application_port
      resource  = ""
    }
  }
  dynamic "setting" {
    for_each = local.web ? [1] : []
    content {
      namespace = "aws:elasticbeanstalk:environment:process:default"
      name      = "Protocol"
      value     = "HTTP"
      resource  = ""
    }
  }
  dynamic "setting" {
    for_each = local.web ? [1] : []
    content {
      namespace = "aws:elasticbeanstalk:environment:process:default"
      name      = "HealthCheckPath"
      value     = var.healthcheck_url
      resource  = ""
    }
  }
  dynamic "setting" {
    for_each = local.classic ? [1] : []
    content {
      namespace = "aws:elb:loadbalancer"
      name      = "CrossZone"
      value     = var.loadbalancer_crosszone
      resource  = ""
    }
  }
  dynamic "setting" {
    for_each = local.classic ? [1] : []
    content {
      namespace = "aws:elb:policies"
      name      = "ConnectionDrainingEnabled"
      value     = "true"
      resource  = ""
    }
  }

  # Health, deployments, updates and scaling.
  setting {
    namespace = "aws:elasticbeanstalk:healthreporting:system"
    name      = "SystemType"
    value     = var.enhanced_reporting_enabled ? "enhanced" : "basic"
    resource  = ""
  }
  setting {
    namespace = "aws:elasticbeanstalk:command"
    name      = "DeploymentPolicy"
    value     = var.rolling_update_type == "Immutable" ? "Immutable" : "Rolling"
    resource  = ""
  }
  setting {
    namespace = "aws:elasticbeanstalk:command"
    name      = "BatchSizeType"
    value     = var.deployment_batch_size_type
    resource  = ""
  }
  setting {
    namespace = "aws:elasticbeanstalk:command"
    name      = "BatchSize"
    value     = var.deployment_batch_size
    resource  = ""
  }
  setting {
    namespace = "aws:autoscaling:updatepolicy:rollingupdate"
    name      = "RollingUpdateEnabled"
    value     = var.rolling_update_enabled
    resource  = ""
  }
  setting {
    namespace = "aws:autoscaling:updatepolicy:rollingupdate"
    name      = "RollingUpdateType"
    value     = var.rolling_update_type
    resource  = ""
  }
  setting {
    namespace = "aws:autoscaling:updatepolicy:rollingupdate"
    name      = "MinInstancesInService"
    value     = var.updating_min_in_service
    resource  = ""
  }
  setting {
    namespace = "aws:autoscaling:updatepolicy:rollingupdate"
    name      = "MaxBatchSize"
    value     = var.updating_max_batch
    resource  = ""
  }
  setting {
    namespace = "aws:elasticbeanstalk:managedactions"
    name      = "ManagedActionsEnabled"
    value     = var.managed_actions_enabled ? "true" : "false"
    resource  = ""
  }
  setting {
    namespace = "aws:autoscaling:trigger"
    name      = "MeasureName"
    value     = var.autoscale_measure_name
    resource  = ""
  }
  setting {
    namespace = "aws:ec2:instances"
    name      = "InstanceTypes"
    value     = var.instance_type
    resource  = ""
  }
  setting {
    namespace = "aws:ec2:instances"
    name      = "EnableSpot"
    value     = var.enable_spot_instances ? "true" : "false"
    resource  = ""
  }
  setting {
    namespace = "aws:ec2:instances"
    name      = "SpotFleetOnDemandBase"
    value     = var.spot_fleet_on_demand_base
    resource  = ""
  }
  setting {
    namespace = "aws:ec2:instances"
    name      = "SpotFleetOnDemandAboveBasePercentage"
    value     = var.spot_fleet_on_demand_above_base_percentage == -1 ? (var.environment_type == "LoadBalanced" ? 70 : 0) : var.spot_fleet_on_demand_above_base_percentage
    resource  = ""
  }

  # The rest: see settings.tf.
  dynamic "setting" {
    for_each = local.classic ? local.classic_rows : []
    content {
      namespace = setting.value[0]
      name      = setting.value[1]
      value     = setting.value[2]
      resource  = ""
    }
  }
  dynamic "setting" {
    for_each = local.application ? local.old_application_rows : []
    content {
      namespace = setting.value[0]
      name      = setting.value[1]
      value     = setting.value[2]
      resource  = ""
    }
  }
  dynamic "setting" {
    for_each = local.other_rows
    content {
      namespace = setting.value[0]
      name      = setting.value[1]
      value     = setting.value[2]
      resource  = ""
    }
  }
  dynamic "setting" {
    for_each = local.scheduled
    content {
      namespace = "aws:autoscaling:scheduledaction"
      name      = setting.value.option
      value     = setting.value.value
      resource  = setting.value.action
    }
  }

  # These come last and so stand above the same options before them.
  dynamic "setting" {
    for_each = var.additional_settings
    content {
      namespace = setting.value.namespace
      name      = setting.value.name
      value     = setting.value.value
      resource  = ""
    }
  }
  dynamic "setting" {
    for_each = var.spot_max_price == -1 ? [] : [var.spot_max_price]
    content {
      namespace = "aws:ec2:instances"
      name      = "SpotMaxPrice"
      value     = var.spot_max_price
      resource  = ""
    }
  }
  setting {
    namespace = "aws:elasticbeanstalk:application:environment"
    name      = "BASE_HOST"
    value     = local.host
    resource  = ""
  }
  dynamic "setting" {
    for_each = var.env_vars
    content {
      namespace = "aws:elasticbeanstalk:application:environment"
      name      = setting.key
      value     = setting.value
      resource  = ""
    }
  }
}

# It admits everything from the groups that it is given.
resource "aws_security_group" "default" {
  vpc_id = var.vpc_id
  name   = module.this.id
  tags   = module.this.tags

  dynamic "ingress" {
    for_each = length(var.allowed_security_groups) == 0 ? [] : [1]
    content {
      from_port       = 0
      to_port         = 0
      protocol        = -1
      security_groups = var.allowed_security_groups
    }
  }

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_s3_bucket" "elb_logs" {
  count  = local.web && var.environment_type == "LoadBalanced" ? 1 : 0
  bucket = "${module.this.id}-eb-loadbalancer-logs"
}

locals {
  idle_timeout = var.ssh_listener_enabled ? "3600" : "60"

  old_application_rows = [
    ["aws:elbv2:loadbalancer", "AccessLogsS3Bucket", join("", sort(aws_s3_bucket.elb_logs[*].id))],
    ["aws:elbv2:loadbalancer", "AccessLogsS3Enabled", "true"],
    ["aws:elbv2:loadbalancer", "SecurityGroups", join(",", sort(var.loadbalancer_security_groups))],
    ["aws:elbv2:loadbalancer", "ManagedSecurityGroup", var.loadbalancer_managed_security_group],
    ["aws:elbv2:listener:default", "ListenerEnabled", var.http_listener_enabled || var.loadbalancer_certificate_arn == "" ? "true" : "false"],
    ["aws:elbv2:listener:443", "ListenerEnabled", var.loadbalancer_certificate_arn == "" ? "false" : "true"],
    ["aws:elbv2:listener:443", "Protocol", "HTTPS"],
    ["aws:elbv2:listener:443", "SSLCertificateArns", var.loadbalancer_certificate_arn],
    ["aws:elbv2:listener:443", "SSLPolicy", var.loadbalancer_ssl_policy],
  ]
}

module "dns_hostname" {
  source  = "cloudposse/route53-cluster-hostname/aws"
  version = "0.12.0"

  enabled  = var.dns_zone_id != "" && local.web
  dns_name = var.dns_subdomain != "" ? var.dns_subdomain : local.host
  zone_id  = var.dns_zone_id
  records  = [aws_elastic_beanstalk_environment.default.cname]
  context  = module.this.context
}
