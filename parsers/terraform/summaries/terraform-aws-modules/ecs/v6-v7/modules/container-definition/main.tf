variable "operating_system_family" { default = "LINUX" }
variable "enable_execute_command" { default = false }
variable "service" { default = null }
variable "command" {
  type    = list(string)
  default = null
}
variable "cpu" {
  type    = number
  default = null
}
variable "credentialSpecs" {
  type    = list(string)
  default = null
}
variable "dependsOn" {
  type    = list(object({ condition = string, containerName = string }))
  default = null
}
variable "disableNetworking" {
  type    = bool
  default = null
}
variable "dnsSearchDomains" {
  type    = list(string)
  default = null
}
variable "dnsServers" {
  type    = list(string)
  default = null
}
variable "dockerLabels" {
  type    = map(string)
  default = null
}
variable "dockerSecurityOptions" {
  type    = list(string)
  default = null
}
variable "entrypoint" {
  type    = list(string)
  default = null
}
variable "environment" {
  type    = list(object({ name = string, value = string }))
  default = null
}
variable "environmentFiles" {
  type    = list(object({ value = string, type = string }))
  default = null
}
variable "essential" {
  type    = bool
  default = null
}
variable "extraHosts" {
  type    = list(object({ hostname = string, ipAddress = string }))
  default = null
}
variable "firelensConfiguration" {
  type    = object({ options = optional(map(string)), type = optional(string) })
  default = null
}
variable "healthCheck" {
  type    = object({ command = optional(list(string), []), interval = optional(number, 30), retries = optional(number, 3), startPeriod = optional(number), timeout = optional(number, 5) })
  default = null
}
variable "hostname" {
  type    = string
  default = null
}
variable "image" {
  type    = string
  default = null
}
variable "interactive" {
  type     = bool
  default  = false
  nullable = false
}
variable "links" {
  type    = list(string)
  default = null
}
variable "linuxParameters" {
  type     = any
  default  = {}
  nullable = false
}
variable "logConfiguration" {
  type     = any
  default  = {}
  nullable = false
}
variable "memory" {
  type    = number
  default = null
}
variable "memoryReservation" {
  type    = number
  default = null
}
variable "mountPoints" {
  type    = list(object({ containerPath = optional(string), readOnly = optional(bool), sourceVolume = optional(string) }))
  default = null
}
variable "name" {
  type    = string
  default = null
}
variable "portMappings" {
  type    = list(object({ appProtocol = optional(string), containerPort = optional(number), containerPortRange = optional(string), hostPort = optional(number), name = optional(string), protocol = optional(string) }))
  default = null
}
variable "privileged" {
  type     = bool
  default  = false
  nullable = false
}
variable "pseudoTerminal" {
  type     = bool
  default  = false
  nullable = false
}
variable "readonlyRootFilesystem" {
  type     = bool
  default  = true
  nullable = false
}
variable "repositoryCredentials" {
  type    = object({ credentialsParameter = optional(string) })
  default = null
}
variable "resourceRequirements" {
  type    = list(object({ type = string, value = string }))
  default = null
}
variable "restartPolicy" {
  type     = object({ enabled = optional(bool, true), ignoredExitCodes = optional(list(number)), restartAttemptPeriod = optional(number) })
  default  = { enabled = true }
  nullable = false
}
variable "secrets" {
  type    = list(object({ name = string, valueFrom = string }))
  default = null
}
variable "startTimeout" {
  type    = number
  default = 30
}
variable "stopTimeout" {
  type    = number
  default = 120
}
variable "systemControls" {
  type    = list(object({ namespace = optional(string), value = optional(string) }))
  default = null
}
variable "ulimits" {
  type    = list(object({ hardLimit = number, name = string, softLimit = number }))
  default = null
}
variable "user" {
  type    = string
  default = null
}
variable "versionConsistency" {
  type     = string
  default  = "disabled"
  nullable = false
}
variable "volumesFrom" {
  type    = list(object({ readOnly = optional(bool), sourceContainer = optional(string) }))
  default = null
}
variable "workingDirectory" {
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

  service        = var.service == null ? "" : "/${var.service}"
  container      = var.name == null ? "" : "/${var.name}"
  log_group_name = try(coalesce(var.cloudwatch_log_group_name, "/aws/ecs${local.service}${local.container}"), "")
  logging = merge(
    { for k, v in {
      logDriver = "awslogs"
      options = {
        awslogs-region        = data.aws_region.current.region
        awslogs-group         = try(aws_cloudwatch_log_group.this[0].name, "")
        awslogs-stream-prefix = "ecs"
      }
    } : k => v if var.create_cloudwatch_log_group },
    { for k, v in var.logConfiguration : k => v if v != null },
  )

  definition = {
    command                = var.command
    cpu                    = var.cpu
    credentialSpecs        = var.credentialSpecs
    dependsOn              = var.dependsOn
    disableNetworking      = local.linux ? var.disableNetworking : null
    dnsSearchDomains       = local.linux ? var.dnsSearchDomains : null
    dnsServers             = local.linux ? var.dnsServers : null
    dockerLabels           = var.dockerLabels
    dockerSecurityOptions  = var.dockerSecurityOptions
    entrypoint             = var.entrypoint
    environment            = var.environment
    environmentFiles       = var.environmentFiles
    essential              = var.essential
    extraHosts             = local.linux ? var.extraHosts : null
    firelensConfiguration  = var.firelensConfiguration == null ? null : { for k, v in var.firelensConfiguration : k => v if v != null }
    healthCheck            = var.healthCheck == null ? null : { for k, v in var.healthCheck : k => v if v != null }
    hostname               = var.hostname
    image                  = var.image
    interactive            = var.interactive
    links                  = local.linux ? var.links : null
    linuxParameters        = local.linux ? merge({ initProcessEnabled = var.enable_execute_command }, { for k, v in var.linuxParameters : k => v if v != null }) : null
    logConfiguration       = length(local.logging) > 0 ? local.logging : null
    memory                 = var.memory
    memoryReservation      = var.memoryReservation
    mountPoints            = var.mountPoints
    name                   = var.name
    portMappings           = var.portMappings == null ? null : [for p in var.portMappings : { for k, v in p : k => v if v != null }]
    privileged             = local.linux ? var.privileged : null
    pseudoTerminal         = var.pseudoTerminal
    readonlyRootFilesystem = local.linux ? var.readonlyRootFilesystem : null
    repositoryCredentials  = var.repositoryCredentials
    resourceRequirements   = var.resourceRequirements
    restartPolicy          = var.restartPolicy.enabled ? { for k, v in var.restartPolicy : k => v if v != null } : null
    secrets                = var.secrets
    startTimeout           = var.startTimeout
    stopTimeout            = var.stopTimeout
    systemControls         = var.systemControls
    ulimits                = local.linux ? var.ulimits : null
    user                   = local.linux ? var.user : null
    versionConsistency     = var.versionConsistency
    volumesFrom            = var.volumesFrom
    workingDirectory       = var.workingDirectory
  }
}

resource "aws_cloudwatch_log_group" "this" {
  count = var.create_cloudwatch_log_group && var.enable_cloudwatch_logging ? 1 : 0

  name = var.cloudwatch_log_group_use_name_prefix ? null : local.log_group_name
}

output "container_definition" { value = { for k, v in local.definition : k => v if v != null } }
