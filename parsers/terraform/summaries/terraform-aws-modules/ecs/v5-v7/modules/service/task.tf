resource "aws_ecs_task_definition" "this" {
  count = local.create_task ? 1 : 0

  family                   = var.family == null ? var.name : var.family
  container_definitions    = jsonencode([for k, v in module.container_definition : v.container_definition])
  cpu                      = var.cpu
  memory                   = var.memory
  network_mode             = var.network_mode
  requires_compatibilities = var.requires_compatibilities
  execution_role_arn       = try(aws_iam_role.task_exec[0].arn, var.task_exec_iam_role_arn)
  task_role_arn            = try(aws_iam_role.tasks[0].arn, var.tasks_iam_role_arn)

  dynamic "volume" {
    for_each = var.volume == null ? {} : var.volume

    content {
      name      = coalesce(lookup(volume.value, "name", null), volume.key)
      host_path = lookup(volume.value, "host_path", null)

      dynamic "docker_volume_configuration" {
        for_each = [for v in [lookup(volume.value, "docker_volume_configuration", null)] : v if v != null]
        iterator = docker

        content {
          autoprovision = lookup(docker.value, "autoprovision", null)
          driver        = lookup(docker.value, "driver", null)
          driver_opts   = lookup(docker.value, "driver_opts", null)
          labels        = lookup(docker.value, "labels", null)
          scope         = lookup(docker.value, "scope", null)
        }
      }
      dynamic "efs_volume_configuration" {
        for_each = [for v in [lookup(volume.value, "efs_volume_configuration", null)] : v if v != null]
        iterator = efs

        content {
          file_system_id          = efs.value.file_system_id
          root_directory          = lookup(efs.value, "root_directory", null)
          transit_encryption      = lookup(efs.value, "transit_encryption", null)
          transit_encryption_port = lookup(efs.value, "transit_encryption_port", null)

          dynamic "authorization_config" {
            for_each = [for v in [lookup(efs.value, "authorization_config", null)] : v if v != null]

            content {
              access_point_id = lookup(authorization_config.value, "access_point_id", null)
              iam             = lookup(authorization_config.value, "iam", null)
            }
          }
        }
      }
      dynamic "fsx_windows_file_server_volume_configuration" {
        for_each = [for v in [lookup(volume.value, "fsx_windows_file_server_volume_configuration", null)] : v if v != null]
        iterator = fsx

        content {
          file_system_id = fsx.value.file_system_id
          root_directory = fsx.value.root_directory

          dynamic "authorization_config" {
            for_each = [for v in [lookup(fsx.value, "authorization_config", null)] : v if v != null]

            content {
              credentials_parameter = authorization_config.value.credentials_parameter
              domain                = authorization_config.value.domain
            }
          }
        }
      }
    }
  }
}
