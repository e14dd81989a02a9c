output "platform" {
  value = var.platform
}
