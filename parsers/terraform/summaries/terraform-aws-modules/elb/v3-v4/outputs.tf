output "elb_id" {
  value = module.elb.elb_id
}

output "elb_arn" {
  value = module.elb.elb_arn
}

output "elb_name" {
  value = module.elb.elb_name
}

output "elb_dns_name" {
  value = module.elb.elb_dns_name
}

output "elb_source_security_group_id" {
  value = module.elb.elb_source_security_group_id
}

output "elb_zone_id" {
  value = module.elb.elb_zone_id
}
