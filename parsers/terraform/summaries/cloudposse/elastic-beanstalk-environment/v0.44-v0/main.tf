locals {
  enabled = module.this.enabled
  web     = var.tier == "WebServer"

  # A shared load balancer is not made with the environment, and so not configured by it either.
  shared       = var.loadbalancer_type == "application" && var.loadbalancer_is_shared
  own_balancer = local.web && !local.shared
  classic      = local.web && var.loadbalancer_type == "classic"
  application  = local.own_balancer && var.loadbalancer_type == "application"
  network      = local.web && var.loadbalancer_type == "network"

  idle_timeout = var.loadbalancer_connection_idle_timeout
}

resource "aws_elastic_beanstalk_environment" "default" {
  count = local.enabled ? 1 : 0

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
    namespace = "aws:autoscaling:asg"
    name      = "EnableCapacityRebalancing"
    value     = var.enable_capacity_rebalancing
    resource  = ""
  }
  setting {
    namespace = "aws:autoscaling:launchconfiguration"
    name      = "SecurityGroups"
    value     = join(",", sort(compact(concat([module.aws_security_group.id], var.associated_security_group_ids))))
    resource  = ""
  }
  setting {
    namespace = "aws:autoscaling:launchconfiguration"
    name      = "IamInstanceProfile"
    value     = join("", aws_iam_instance_profile.ec2[*].name)
    resource  = ""
  }
  setting {
    namespace = "aws:elasticbeanstalk:environment"
    name      = "ServiceRole"
    value     = join("", aws_iam_role.service[*].name)
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
    for_each = local.own_balancer ? [1] : []
    content {
      namespace = "aws:ec2:vpc"
      name      = "ELBSubnets"
      value     = join(",", sort(var.loadbalancer_subnets))
      resource  = ""
    }
  }
  dynamic "setting" {
    for_each = local.own_balancer ? [1] : []
    content {
      namespace = "aws:ec2:vpc"
      name      = "ELBScheme"
      value     = var.environment_type == "LoadBalanced" ? var.elb_scheme : ""
      resource  = ""
    }
  }
  dynamic "setting" {
    for_each = local.own_balancer ? [1] : []
    content {
      namespace = "aws:elasticbeanstalk:environment:process:default"
      name      = "Port"
      value     = var.application_port
      resource  = ""
    }
  }
  dynamic "setting" {
    for_each = local.own_balancer ? [1] : []
    content {
      namespace = "aws:elasticbeanstalk:environment:process:default"
      name      = "Protocol"
      value     = var.loadbalancer_type == "network" ? "TCP" : "HTTP"
      resource  = ""
    }
  }
  dynamic "setting" {
    for_each = local.application ? [1] : []
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
    value     = var.deployment_policy
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
    for_each = local.application ? local.application_rows : []
    content {
      namespace = setting.value[0]
      name      = setting.value[1]
      value     = setting.value[2]
      resource  = ""
    }
  }
  dynamic "setting" {
    for_each = local.web && var.loadbalancer_type == "application" ? local.any_application_rows : []
    content {
      namespace = setting.value[0]
      name      = setting.value[1]
      value     = setting.value[2]
      resource  = ""
    }
  }
  dynamic "setting" {
    for_each = local.web && local.shared ? local.shared_rows : []
    content {
      namespace = setting.value[0]
      name      = setting.value[1]
      value     = setting.value[2]
      resource  = ""
    }
  }
  dynamic "setting" {
    for_each = local.network ? local.network_rows : []
    content {
      namespace = setting.value[0]
      name      = setting.value[1]
      value     = setting.value[2]
      resource  = ""
    }
  }
  dynamic "setting" {
    for_each = local.own_balancer ? local.own_rows : []
    content {
      namespace = setting.value[0]
      name      = setting.value[1]
      value     = setting.value[2]
      resource  = ""
    }
  }
  dynamic "setting" {
    for_each = local.application ? local.logging_rows : []
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
    value     = module.this.name
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

# The name of the environment, or of its subdomain.
module "dns_hostname" {
  source  = "cloudposse/route53-cluster-hostname/aws"
  version = "0.12.2"

  enabled  = local.enabled && var.dns_zone_id != "" && var.tier == "WebServer" ? true : false
  dns_name = var.dns_subdomain != "" ? var.dns_subdomain : module.this.name
  zone_id  = var.dns_zone_id
  records  = [join("", aws_elastic_beanstalk_environment.default[*].cname)]
  context  = module.this.context
}

module "aws_security_group" {
  source  = "cloudposse/security-group/aws"
  version = "1.0.1"

  enabled               = local.enabled && var.create_security_group
  vpc_id                = var.vpc_id
  security_group_name   = length(var.security_group_name) > 0 ? var.security_group_name : [module.this.id]
  allow_all_egress      = var.allow_all_egress
  rules                 = var.additional_security_group_rules
  create_before_destroy = var.security_group_create_before_destroy
  context               = module.this.context
}
