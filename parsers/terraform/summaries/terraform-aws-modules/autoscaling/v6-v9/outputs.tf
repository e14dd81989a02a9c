output "launch_template_name" {
  value = try(aws_launch_template.this[0].name, null)
}
