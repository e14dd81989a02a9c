output "instance_id" {
  value = join("", aws_db_instance.default[*].identifier)
}

output "master_user_secret" {
  value = one(aws_db_instance.default[*].master_user_secret)
}
