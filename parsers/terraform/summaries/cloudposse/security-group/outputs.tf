output "id" {
  value = local.group
}

output "arn" {
  value = try(local.made.arn, null)
}

output "name" {
  value = try(local.made.name, null)
}
