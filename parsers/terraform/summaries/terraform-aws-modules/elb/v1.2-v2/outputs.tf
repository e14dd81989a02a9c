output "this_elb_id" {
  value = module.elb.this_elb_id
}

output "this_elb_arn" {
  value = module.elb.this_elb_arn
}

output "this_elb_name" {
  value = module.elb.this_elb_name
}

output "this_elb_dns_name" {
  value = module.elb.this_elb_dns_name
}

output "this_elb_source_security_group_id" {
  value = module.elb.this_elb_source_security_group_id
}

output "this_elb_zone_id" {
  value = module.elb.this_elb_zone_id
}
