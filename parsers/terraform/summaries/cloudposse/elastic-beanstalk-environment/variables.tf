variable "description" {
  type    = string
  default = ""
}

variable "elastic_beanstalk_application_name" {
  type = string
}

variable "environment_type" {
  type    = string
  default = "LoadBalanced"
}

variable "loadbalancer_type" {
  type    = string
  default = "classic"
}

variable "loadbalancer_is_shared" {
  type    = bool
  default = false
}

variable "shared_loadbalancer_arn" {
  type    = string
  default = ""
}

variable "loadbalancer_crosszone" {
  type    = bool
  default = true
}

variable "loadbalancer_connection_idle_timeout" {
  type    = number
  default = 60
}

variable "dns_zone_id" {
  type    = string
  default = ""
}

variable "dns_subdomain" {
  type    = string
  default = ""
}

variable "vpc_id" {
  type = string
}

variable "loadbalancer_subnets" {
  type    = list(string)
  default = []
}

variable "application_subnets" {
  type = list(string)
}

variable "availability_zone_selector" {
  type    = string
  default = "Any 2"
}

variable "instance_type" {
  type    = string
  default = "t2.micro"
}

variable "enable_spot_instances" {
  type    = bool
  default = false
}

variable "spot_fleet_on_demand_base" {
  type    = number
  default = 0
}

variable "spot_fleet_on_demand_above_base_percentage" {
  type    = number
  default = -1
}

variable "spot_max_price" {
  type    = number
  default = -1
}

variable "enhanced_reporting_enabled" {
  type    = bool
  default = true
}

variable "managed_actions_enabled" {
  type    = bool
  default = true
}

variable "autoscale_min" {
  type    = number
  default = 2
}

variable "autoscale_max" {
  type    = number
  default = 3
}

variable "solution_stack_name" {
  type = string
}

variable "associate_public_ip_address" {
  type    = bool
  default = false
}

variable "tier" {
  type    = string
  default = "WebServer"
}

variable "version_label" {
  type    = string
  default = ""
}

variable "rolling_update_enabled" {
  type    = bool
  default = true
}

variable "rolling_update_type" {
  type    = string
  default = "Health"
}

variable "deployment_policy" {
  type    = string
  default = "Rolling"
}

variable "updating_min_in_service" {
  type    = number
  default = 1
}

variable "updating_max_batch" {
  type    = number
  default = 1
}

variable "health_streaming_enabled" {
  type    = bool
  default = false
}

variable "health_streaming_delete_on_terminate" {
  type    = bool
  default = false
}

variable "health_streaming_retention_in_days" {
  type    = number
  default = 7
}

variable "healthcheck_url" {
  type    = string
  default = "/"
}

variable "enable_log_publication_control" {
  type    = bool
  default = false
}

variable "enable_stream_logs" {
  type    = bool
  default = false
}

variable "logs_delete_on_terminate" {
  type    = bool
  default = false
}

variable "logs_retention_in_days" {
  type    = number
  default = 7
}

variable "loadbalancer_certificate_arn" {
  type    = string
  default = ""
}

variable "loadbalancer_ssl_policy" {
  type    = string
  default = ""
}

variable "loadbalancer_security_groups" {
  type    = list(string)
  default = []
}

variable "loadbalancer_managed_security_group" {
  type    = string
  default = ""
}

variable "http_listener_enabled" {
  type    = bool
  default = true
}

variable "application_port" {
  type    = number
  default = 80
}

variable "preferred_start_time" {
  type    = string
  default = "Sun:10:00"
}

variable "update_level" {
  type    = string
  default = "minor"
}

variable "instance_refresh_enabled" {
  type    = bool
  default = true
}

variable "keypair" {
  type    = string
  default = ""
}

variable "root_volume_size" {
  type    = number
  default = 8
}

variable "root_volume_type" {
  type    = string
  default = "gp2"
}

variable "autoscale_measure_name" {
  type    = string
  default = "CPUUtilization"
}

variable "autoscale_statistic" {
  type    = string
  default = "Average"
}

variable "autoscale_unit" {
  type    = string
  default = "Percent"
}

variable "autoscale_lower_bound" {
  type    = number
  default = 20
}

variable "autoscale_lower_increment" {
  type    = number
  default = -1
}

variable "autoscale_upper_bound" {
  type    = number
  default = 80
}

variable "autoscale_upper_increment" {
  type    = number
  default = 1
}

variable "elb_scheme" {
  type    = string
  default = "public"
}

variable "ssh_listener_enabled" {
  type    = bool
  default = false
}

variable "ssh_listener_port" {
  type    = number
  default = 22
}

variable "additional_settings" {
  type = list(object({
    namespace = string
    name      = string
    value     = string
  }))
  default = []
}

variable "env_vars" {
  type    = map(string)
  default = {}
}

variable "ami_id" {
  type    = string
  default = null
}

variable "deployment_batch_size_type" {
  type    = string
  default = "Fixed"
}

variable "deployment_batch_size" {
  type    = number
  default = 1
}

variable "deployment_ignore_health_check" {
  type    = bool
  default = false
}

variable "deployment_timeout" {
  type    = number
  default = 600
}

variable "prefer_legacy_ssm_policy" {
  type    = bool
  default = true
}

variable "prefer_legacy_service_policy" {
  type    = bool
  default = true
}

variable "scheduled_actions" {
  type = list(object({
    name            = string
    minsize         = string
    maxsize         = string
    desiredcapacity = string
    starttime       = string
    endtime         = string
    recurrence      = string
    suspend         = bool
  }))
  default = []
}

variable "healthcheck_interval" {
  type    = number
  default = 10
}

variable "healthcheck_timeout" {
  type    = number
  default = 5
}

variable "healthcheck_healthy_threshold_count" {
  type    = number
  default = 3
}

variable "healthcheck_unhealthy_threshold_count" {
  type    = number
  default = 3
}

variable "healthcheck_httpcodes_to_match" {
  type    = list(string)
  default = ["200"]
}

variable "root_volume_iops" {
  type    = number
  default = null
}

variable "root_volume_throughput" {
  type    = number
  default = null
}

variable "enable_capacity_rebalancing" {
  type    = bool
  default = false
}

variable "create_security_group" {
  type    = bool
  default = true
}

variable "associated_security_group_ids" {
  type    = list(string)
  default = []
}

variable "security_group_name" {
  type    = list(string)
  default = []
}

variable "security_group_create_before_destroy" {
  type    = bool
  default = false
}

variable "allow_all_egress" {
  type    = bool
  default = true
}

variable "additional_security_group_rules" {
  type    = list(any)
  default = []
}
