output "id" {
  value = aws_elastic_beanstalk_environment.default.id
}

output "name" {
  value = aws_elastic_beanstalk_environment.default.name
}

output "tier" {
  value = aws_elastic_beanstalk_environment.default.tier
}

output "application" {
  value = aws_elastic_beanstalk_environment.default.application
}

output "endpoint" {
  value = aws_elastic_beanstalk_environment.default.cname
}

output "hostname" {
  value = module.dns_hostname.hostname
}

output "security_group_id" {
  value = aws_security_group.default.id
}

output "autoscaling_groups" {
  value = aws_elastic_beanstalk_environment.default.autoscaling_groups
}

output "load_balancers" {
  value = aws_elastic_beanstalk_environment.default.load_balancers
}

output "instances" {
  value = aws_elastic_beanstalk_environment.default.instances
}

output "queues" {
  value = aws_elastic_beanstalk_environment.default.queues
}

output "ec2_instance_profile_role_name" {
  value = aws_iam_role.ec2.name
}
