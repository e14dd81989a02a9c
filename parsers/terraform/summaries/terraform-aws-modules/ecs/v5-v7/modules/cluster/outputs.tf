output "arn" { value = try(aws_ecs_cluster.this[0].arn, null) }
output "id" { value = try(aws_ecs_cluster.this[0].id, null) }
output "name" { value = try(aws_ecs_cluster.this[0].name, null) }
output "task_exec_iam_role_arn" { value = try(aws_iam_role.task_exec[0].arn, null) }
