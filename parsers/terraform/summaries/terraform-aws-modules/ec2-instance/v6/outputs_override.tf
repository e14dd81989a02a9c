output "id" {
  value = local.instance_id
}
