# Before 0.18 a context held names as they stand in the ID and all tags.
output "context" {
  value = local.input
}
