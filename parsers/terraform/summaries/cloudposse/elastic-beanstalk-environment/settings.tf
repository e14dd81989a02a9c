# Options that decide nothing about the architecture, for the sake of completeness: an environment's options are looked
# through for what is not among them.
locals {
  other_rows = concat(
    local.rows,
    var.root_volume_throughput == null ? [] : local.throughput_rows,
    var.root_volume_iops == null ? [] : local.iops_rows,
    var.ami_id == null ? [] : local.image_rows,
  )

  scheduled = flatten([for action in var.scheduled_actions : [for option, value in {
    MinSize         = action.minsize
    MaxSize         = action.maxsize
    DesiredCapacity = action.desiredcapacity
    Recurrence      = action.recurrence
    StartTime       = action.starttime
    EndTime         = action.endtime
    Suspend         = action.suspend ? "true" : "false"
  } : { action = action.name, option = option, value = value }]])

  classic_rows = [
    ["aws:elb:loadbalancer", "SecurityGroups", join(",", sort(var.loadbalancer_security_groups))],
    ["aws:elb:loadbalancer", "ManagedSecurityGroup", var.loadbalancer_managed_security_group],
    ["aws:elb:listener", "ListenerProtocol", "HTTP"],
    ["aws:elb:listener", "InstancePort", var.application_port],
    ["aws:elb:listener", "ListenerEnabled", var.http_listener_enabled || var.loadbalancer_certificate_arn == "" ? "true" : "false"],
    ["aws:elb:listener:443", "ListenerProtocol", "HTTPS"],
    ["aws:elb:listener:443", "InstancePort", var.application_port],
    ["aws:elb:listener:443", "SSLCertificateId", var.loadbalancer_certificate_arn],
    ["aws:elb:listener:443", "ListenerEnabled", var.loadbalancer_certificate_arn == "" ? "false" : "true"],
    ["aws:elb:listener:${var.ssh_listener_port}", "ListenerProtocol", "TCP"],
    ["aws:elb:listener:${var.ssh_listener_port}", "InstancePort", "22"],
    ["aws:elb:listener:${var.ssh_listener_port}", "ListenerEnabled", var.ssh_listener_enabled],
    ["aws:elb:policies", "ConnectionSettingIdleTimeout", local.idle_timeout],
  ]
  application_rows = [
    ["aws:elbv2:loadbalancer", "ManagedSecurityGroup", var.loadbalancer_managed_security_group],
    ["aws:elbv2:listener:default", "ListenerEnabled", var.http_listener_enabled || var.loadbalancer_certificate_arn == "" ? "true" : "false"],
    ["aws:elbv2:listener:443", "ListenerEnabled", var.loadbalancer_certificate_arn == "" ? "false" : "true"],
    ["aws:elbv2:listener:443", "Protocol", "HTTPS"],
    ["aws:elbv2:listener:443", "SSLCertificateArns", var.loadbalancer_certificate_arn],
    ["aws:elbv2:listener:443", "SSLPolicy", var.loadbalancer_type == "application" ? var.loadbalancer_ssl_policy : ""],
    ["aws:elasticbeanstalk:environment:process:default", "MatcherHTTPCode", join(",", sort(var.healthcheck_httpcodes_to_match))],
    ["aws:elasticbeanstalk:environment:process:default", "HealthCheckTimeout", var.healthcheck_timeout],
  ]
  any_application_rows = [
    ["aws:elbv2:loadbalancer", "SecurityGroups", join(",", sort(var.loadbalancer_security_groups))],
  ]
  shared_rows = [
    ["aws:elasticbeanstalk:environment", "LoadBalancerIsShared", "true"],
    ["aws:elbv2:loadbalancer", "SharedLoadBalancer", var.shared_loadbalancer_arn],
  ]
  network_rows = [
    ["aws:elbv2:listener:default", "ListenerEnabled", var.http_listener_enabled],
  ]
  own_rows = [
    ["aws:elasticbeanstalk:environment:process:default", "HealthCheckInterval", var.healthcheck_interval],
    ["aws:elasticbeanstalk:environment:process:default", "HealthyThresholdCount", var.healthcheck_healthy_threshold_count],
    ["aws:elasticbeanstalk:environment:process:default", "UnhealthyThresholdCount", var.healthcheck_unhealthy_threshold_count],
  ]

  rows = [
    ["aws:ec2:instances", "SpotMaxPrice", var.spot_max_price == -1 ? "" : var.spot_max_price],
    ["aws:autoscaling:launchconfiguration", "EC2KeyName", var.keypair],
    ["aws:autoscaling:launchconfiguration", "RootVolumeSize", var.root_volume_size],
    ["aws:autoscaling:launchconfiguration", "RootVolumeType", var.root_volume_type],
    ["aws:elasticbeanstalk:command", "IgnoreHealthCheck", var.deployment_ignore_health_check],
    ["aws:elasticbeanstalk:command", "Timeout", var.deployment_timeout],
    ["aws:elasticbeanstalk:managedactions", "PreferredStartTime", var.preferred_start_time],
    ["aws:elasticbeanstalk:managedactions:platformupdate", "UpdateLevel", var.update_level],
    ["aws:elasticbeanstalk:managedactions:platformupdate", "InstanceRefreshEnabled", var.instance_refresh_enabled],
    ["aws:autoscaling:trigger", "Statistic", var.autoscale_statistic],
    ["aws:autoscaling:trigger", "Unit", var.autoscale_unit],
    ["aws:autoscaling:trigger", "LowerThreshold", var.autoscale_lower_bound],
    ["aws:autoscaling:trigger", "LowerBreachScaleIncrement", var.autoscale_lower_increment],
    ["aws:autoscaling:trigger", "UpperThreshold", var.autoscale_upper_bound],
    ["aws:autoscaling:trigger", "UpperBreachScaleIncrement", var.autoscale_upper_increment],
    ["aws:elasticbeanstalk:hostmanager", "LogPublicationControl", var.enable_log_publication_control ? "true" : "false"],
    ["aws:elasticbeanstalk:cloudwatch:logs", "StreamLogs", var.enable_stream_logs ? "true" : "false"],
    ["aws:elasticbeanstalk:cloudwatch:logs", "DeleteOnTerminate", var.logs_delete_on_terminate ? "true" : "false"],
    ["aws:elasticbeanstalk:cloudwatch:logs", "RetentionInDays", var.logs_retention_in_days],
    ["aws:elasticbeanstalk:cloudwatch:logs:health", "HealthStreamingEnabled", var.health_streaming_enabled ? "true" : "false"],
    ["aws:elasticbeanstalk:cloudwatch:logs:health", "DeleteOnTerminate", var.health_streaming_delete_on_terminate ? "true" : "false"],
    ["aws:elasticbeanstalk:cloudwatch:logs:health", "RetentionInDays", var.health_streaming_retention_in_days],
  ]
  throughput_rows = [["aws:autoscaling:launchconfiguration", "RootVolumeThroughput", var.root_volume_throughput]]
  iops_rows       = [["aws:autoscaling:launchconfiguration", "RootVolumeIOPS", var.root_volume_iops]]
  image_rows      = [["aws:autoscaling:launchconfiguration", "ImageId", var.ami_id]]
}
