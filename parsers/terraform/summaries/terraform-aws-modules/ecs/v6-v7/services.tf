variable "create" { default = true }
variable "services" { default = {} }
variable "tags" { default = {} }

module "service" {
  source   = "./modules/service"
  for_each = var.create && var.services != null ? var.services : {}

  create      = lookup(each.value, "create", true)
  cluster_arn = module.cluster.arn
  name        = coalesce(lookup(each.value, "name", null), each.key)
  tags        = merge(var.tags, lookup(each.value, "tags", {}))

  task_exec_iam_role_arn = try(coalesce(lookup(each.value, "task_exec_iam_role_arn", null), module.cluster.task_exec_iam_role_arn), null)

  create_service                     = lookup(each.value, "create_service", true)
  service_tags                       = lookup(each.value, "service_tags", {})
  desired_count                      = lookup(each.value, "desired_count", 1)
  deployment_maximum_percent         = lookup(each.value, "deployment_maximum_percent", 200)
  deployment_minimum_healthy_percent = lookup(each.value, "deployment_minimum_healthy_percent", 66)
  deployment_circuit_breaker         = lookup(each.value, "deployment_circuit_breaker", null)
  deployment_configuration           = lookup(each.value, "deployment_configuration", null)
  deployment_controller              = lookup(each.value, "deployment_controller", null)
  alarms                             = lookup(each.value, "alarms", null)
  availability_zone_rebalancing      = lookup(each.value, "availability_zone_rebalancing", null)
  health_check_grace_period_seconds  = lookup(each.value, "health_check_grace_period_seconds", null)
  launch_type                        = lookup(each.value, "launch_type", "FARGATE")
  capacity_provider_strategy         = lookup(each.value, "capacity_provider_strategy", null)
  scheduling_strategy                = lookup(each.value, "scheduling_strategy", null)
  platform_version                   = lookup(each.value, "platform_version", null)
  force_new_deployment               = lookup(each.value, "force_new_deployment", true)
  load_balancer                      = lookup(each.value, "load_balancer", null)
  service_registries                 = lookup(each.value, "service_registries", null)
  ordered_placement_strategy         = lookup(each.value, "ordered_placement_strategy", null)
  placement_constraints              = lookup(each.value, "placement_constraints", null)
  ignore_task_definition_changes     = lookup(each.value, "ignore_task_definition_changes", false)
  assign_public_ip                   = lookup(each.value, "assign_public_ip", false)
  subnet_ids                         = lookup(each.value, "subnet_ids", [])
  vpc_id                             = lookup(each.value, "vpc_id", null)
  create_security_group              = lookup(each.value, "create_security_group", true)
  security_group_ids                 = lookup(each.value, "security_group_ids", [])
  create_task_definition             = lookup(each.value, "create_task_definition", true)
  task_definition_arn                = lookup(each.value, "task_definition_arn", null)
  family                             = lookup(each.value, "family", null)
  network_mode                       = lookup(each.value, "network_mode", "awsvpc")
  requires_compatibilities           = lookup(each.value, "requires_compatibilities", ["FARGATE"])
  cpu                                = lookup(each.value, "cpu", 1024)
  memory                             = lookup(each.value, "memory", 2048)
  runtime_platform                   = lookup(each.value, "runtime_platform", { operating_system_family = "LINUX", cpu_architecture = "X86_64" })
  volume                             = lookup(each.value, "volume", null)
  container_definitions              = { for k, c in lookup(each.value, "container_definitions", {}) : k => merge({ mountPoints = [], portMappings = [] }, c) }
  enable_execute_command             = lookup(each.value, "enable_execute_command", false)
  create_task_exec_policy            = lookup(each.value, "create_task_exec_policy", true)
  task_exec_iam_role_policies        = lookup(each.value, "task_exec_iam_role_policies", {})
  create_task_exec_iam_role          = lookup(each.value, "create_task_exec_iam_role", true)
  create_tasks_iam_role              = lookup(each.value, "create_tasks_iam_role", true)
  tasks_iam_role_arn                 = lookup(each.value, "tasks_iam_role_arn", null)
  tasks_iam_role_policies            = lookup(each.value, "tasks_iam_role_policies", {})
  tasks_iam_role_statements          = lookup(each.value, "tasks_iam_role_statements", null)
  create_iam_role                    = lookup(each.value, "create_iam_role", true)
  iam_role_arn                       = lookup(each.value, "iam_role_arn", null)
  enable_autoscaling                 = lookup(each.value, "enable_autoscaling", true)
  autoscaling_min_capacity           = lookup(each.value, "autoscaling_min_capacity", 1)
  autoscaling_max_capacity           = lookup(each.value, "autoscaling_max_capacity", 10)
  autoscaling_scheduled_actions      = lookup(each.value, "autoscaling_scheduled_actions", null)
  autoscaling_policies               = lookup(each.value, "autoscaling_policies", local.usual_policies)
  security_group_ingress_rules       = lookup(each.value, "security_group_ingress_rules", {})
  security_group_egress_rules        = lookup(each.value, "security_group_egress_rules", {})
}
