output "this_elb_id" {
  value = element(concat(aws_elb.this[*].id, [""]), 0)
}

output "this_elb_arn" {
  value = element(concat(aws_elb.this[*].arn, [""]), 0)
}

output "this_elb_name" {
  value = element(concat(aws_elb.this[*].name, [""]), 0)
}

output "this_elb_dns_name" {
  value = element(concat(aws_elb.this[*].dns_name, [""]), 0)
}

output "this_elb_source_security_group_id" {
  value = element(concat(aws_elb.this[*].source_security_group_id, [""]), 0)
}

output "this_elb_zone_id" {
  value = element(concat(aws_elb.this[*].zone_id, [""]), 0)
}
