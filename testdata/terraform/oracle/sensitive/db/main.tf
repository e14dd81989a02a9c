variable "password" {
  type      = string
  sensitive = true
}

output "url" {
  value     = "db:${var.password}"
  sensitive = true
}
