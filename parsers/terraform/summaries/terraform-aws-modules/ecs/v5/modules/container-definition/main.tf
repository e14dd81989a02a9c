variable "operating_system_family" { default = "LINUX" }
variable "enable_execute_command" { default = false }
variable "service" { default = "" }
variable "command" { default = [] }
variable "cpu" {
  type    = number
  default = null
}
variable "dependencies" { default = [] }
variable "disable_networking" { default = null }
variable "dns_search_domains" { default = [] }
variable "dns_servers" { default = [] }
variable "docker_labels" { default = {} }
variable "docker_security_options" { default = [] }
variable "entrypoint" { default = [] }
variable "environment" { default = [] }
variable "environment_files" { default = [] }
variable "essential" { default = null }
variable "extra_hosts" { default = [] }
variable "firelens_configuration" { default = {} }
variable "health_check" { default = {} }
variable "hostname" {
  type    = string
  default = null
}
variable "image" {
  type    = string
  default = null
}
variable "interactive" { default = false }
variable "links" { default = [] }
variable "linux_parameters" { default = {} }
variable "log_configuration" { default = {} }
variable "memory" {
  type    = number
  default = null
}
variable "memory_reservation" {
  type    = number
  default = null
}
variable "mount_points" { default = [] }
variable "name" {
  type    = string
  default = null
}
variable "port_mappings" { default = [] }
variable "privileged" { default = false }
variable "pseudo_terminal" { default = false }
variable "readonly_root_filesystem" { default = true }
variable "repository_credentials" { default = {} }
variable "resource_requirements" { default = [] }
variable "secrets" { default = [] }
variable "start_timeout" {
  type    = number
  default = 30
}
variable "stop_timeout" {
  type    = number
  default = 120
}
variable "system_controls" { default = [] }
variable "ulimits" { default = [] }
variable "user" {
  type    = string
  default = null
}
variable "volumes_from" { default = [] }
variable "working_directory" {
  type    = string
  default = null
}
variable "enable_cloudwatch_logging" { default = true }
variable "create_cloudwatch_log_group" { default = true }
variable "cloudwatch_log_group_name" { default = null }
variable "cloudwatch_log_group_use_name_prefix" { default = false }

data "aws_region" "current" {}

locals {
  linux = contains(["LINUX"], var.operating_system_family)

  log_group_name = try(coalesce(var.cloudwatch_log_group_name, "/aws/ecs/${var.service}/${var.name}"), "")
  logging = merge(
    { for k, v in {
      logDriver = "awslogs"
      options = {
        awslogs-region        = data.aws_region.current.name
        awslogs-group         = try(aws_cloudwatch_log_group.this[0].name, "")
        awslogs-stream-prefix = "ecs"
      }
    } : k => v if var.enable_cloudwatch_logging },
    var.log_configuration,
  )

  definition = {
    command                = length(var.command) > 0 ? var.command : null
    cpu                    = var.cpu
    dependsOn              = length(var.dependencies) > 0 ? var.dependencies : null
    disableNetworking      = local.linux ? var.disable_networking : null
    dnsSearchDomains       = local.linux && length(var.dns_search_domains) > 0 ? var.dns_search_domains : null
    dnsServers             = local.linux && length(var.dns_servers) > 0 ? var.dns_servers : null
    dockerLabels           = length(var.docker_labels) > 0 ? var.docker_labels : null
    dockerSecurityOptions  = length(var.docker_security_options) > 0 ? var.docker_security_options : null
    entrypoint             = length(var.entrypoint) > 0 ? var.entrypoint : null
    environment            = var.environment
    environmentFiles       = length(var.environment_files) > 0 ? var.environment_files : null
    essential              = var.essential
    extraHosts             = local.linux && length(var.extra_hosts) > 0 ? var.extra_hosts : null
    firelensConfiguration  = length(var.firelens_configuration) > 0 ? var.firelens_configuration : null
    healthCheck            = length(var.health_check) > 0 ? merge({ interval = 30, retries = 3, timeout = 5 }, var.health_check) : null
    hostname               = var.hostname
    image                  = var.image
    interactive            = var.interactive
    links                  = local.linux && length(var.links) > 0 ? var.links : null
    linuxParameters        = local.linux ? merge({ initProcessEnabled = var.enable_execute_command }, var.linux_parameters) : null
    logConfiguration       = length(local.logging) > 0 ? local.logging : null
    memory                 = var.memory
    memoryReservation      = var.memory_reservation
    mountPoints            = var.mount_points
    name                   = var.name
    portMappings           = var.port_mappings
    privileged             = local.linux ? var.privileged : null
    pseudoTerminal         = var.pseudo_terminal
    readonlyRootFilesystem = local.linux ? var.readonly_root_filesystem : null
    repositoryCredentials  = length(var.repository_credentials) > 0 ? var.repository_credentials : null
    resourceRequirements   = length(var.resource_requirements) > 0 ? var.resource_requirements : null
    secrets                = length(var.secrets) > 0 ? var.secrets : null
    startTimeout           = var.start_timeout
    stopTimeout            = var.stop_timeout
    systemControls         = length(var.system_controls) > 0 ? var.system_controls : local.no_controls
    ulimits                = local.linux && length(var.ulimits) > 0 ? var.ulimits : null
    user                   = local.linux ? var.user : null
    volumesFrom            = var.volumes_from
    workingDirectory       = var.working_directory
  }
}

resource "aws_cloudwatch_log_group" "this" {
  count = var.create_cloudwatch_log_group && var.enable_cloudwatch_logging ? 1 : 0

  name = var.cloudwatch_log_group_use_name_prefix ? null : local.log_group_name
}

output "container_definition" { value = { for k, v in local.definition : k => v if v != null } }
