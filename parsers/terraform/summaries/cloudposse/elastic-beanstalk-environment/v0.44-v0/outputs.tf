output "id" {
  value = join("", aws_elastic_beanstalk_environment.default[*].id)
}

output "name" {
  value = join("", aws_elastic_beanstalk_environment.default[*].name)
}

output "tier" {
  value = join("", aws_elastic_beanstalk_environment.default[*].tier)
}

output "application" {
  value = join("", aws_elastic_beanstalk_environment.default[*].application)
}

output "endpoint" {
  value = join("", aws_elastic_beanstalk_environment.default[*].cname)
}

output "hostname" {
  value = module.dns_hostname.hostname
}

output "security_group_id" {
  value = module.aws_security_group.id
}

output "security_group_name" {
  value = module.aws_security_group.name
}

output "autoscaling_groups" {
  value = try(aws_elastic_beanstalk_environment.default[0].autoscaling_groups, [])
}

output "load_balancers" {
  value = try(aws_elastic_beanstalk_environment.default[0].load_balancers, [])
}

output "instances" {
  value = try(aws_elastic_beanstalk_environment.default[*].instances, [])
}

output "queues" {
  value = try(aws_elastic_beanstalk_environment.default[*].queues, [])
}

output "ec2_instance_profile_role_name" {
  value = join("", aws_iam_role.ec2[*].name)
}

output "ec2_service_role_arn" {
  value = join("", aws_iam_role.service[*].arn)
}
