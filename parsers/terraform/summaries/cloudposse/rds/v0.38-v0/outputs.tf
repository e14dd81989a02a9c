output "instance_id" {
  value = join("", aws_db_instance.default[*].id)
}
