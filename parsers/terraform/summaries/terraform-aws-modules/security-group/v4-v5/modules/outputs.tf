output "security_group_id" {
  value = module.sg.security_group_id
}

output "security_group_vpc_id" {
  value = module.sg.security_group_vpc_id
}

output "security_group_name" {
  value = module.sg.security_group_name
}
