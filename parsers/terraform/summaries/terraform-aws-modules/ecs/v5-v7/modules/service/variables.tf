variable "create" { default = true }
variable "create_service" { default = true }
variable "name" { default = null }
variable "tags" { default = {} }
variable "service_tags" { default = {} }
variable "cluster_arn" { default = "" }

variable "desired_count" { default = 1 }
variable "deployment_maximum_percent" { default = 200 }
variable "deployment_minimum_healthy_percent" { default = 66 }
variable "deployment_circuit_breaker" { default = null }
variable "deployment_configuration" { default = null }
variable "deployment_controller" { default = null }
variable "alarms" { default = null }
variable "availability_zone_rebalancing" { default = null }
variable "health_check_grace_period_seconds" { default = null }
variable "launch_type" { default = "FARGATE" }
variable "capacity_provider_strategy" { default = null }
variable "scheduling_strategy" { default = null }
variable "platform_version" { default = null }
variable "force_new_deployment" { default = true }
variable "load_balancer" { default = null }
variable "service_registries" { default = null }
variable "ordered_placement_strategy" { default = null }
variable "placement_constraints" { default = null }
variable "ignore_task_definition_changes" { default = false }

variable "assign_public_ip" { default = false }
variable "subnet_ids" { default = [] }
variable "vpc_id" { default = null }
variable "create_security_group" { default = true }
variable "security_group_ids" { default = [] }

variable "create_task_definition" { default = true }
variable "task_definition_arn" { default = null }
variable "family" { default = null }
variable "network_mode" { default = "awsvpc" }
variable "requires_compatibilities" { default = ["FARGATE"] }
variable "cpu" { default = 1024 }
variable "memory" { default = 2048 }
variable "runtime_platform" { default = { operating_system_family = "LINUX", cpu_architecture = "X86_64" } }
variable "volume" { default = null }
variable "container_definitions" { default = {} }
variable "enable_execute_command" { default = false }

variable "create_task_exec_iam_role" { default = true }
variable "create_task_exec_policy" { default = true }
variable "task_exec_iam_role_policies" { default = {} }
variable "task_exec_iam_role_arn" { default = null }
variable "create_tasks_iam_role" { default = true }
variable "tasks_iam_role_arn" { default = null }
variable "tasks_iam_role_policies" { default = {} }
variable "tasks_iam_role_statements" { default = null }
variable "create_iam_role" { default = true }
variable "iam_role_arn" { default = null }

variable "enable_autoscaling" { default = true }
variable "autoscaling_min_capacity" { default = 1 }
variable "autoscaling_max_capacity" { default = 10 }
variable "autoscaling_policies" {
  default = {
    cpu = {
      policy_type = "TargetTrackingScaling"
      target_tracking_scaling_policy_configuration = {
        predefined_metric_specification = { predefined_metric_type = "ECSServiceAverageCPUUtilization" }
      }
    }
    memory = {
      policy_type = "TargetTrackingScaling"
      target_tracking_scaling_policy_configuration = {
        predefined_metric_specification = { predefined_metric_type = "ECSServiceAverageMemoryUtilization" }
      }
    }
  }
}
variable "autoscaling_scheduled_actions" { default = null }
