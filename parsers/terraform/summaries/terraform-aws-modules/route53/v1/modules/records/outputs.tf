output "this_route53_record_name" {
  value = { for k, v in aws_route53_record.this : k => v.name }
}

output "this_route53_record_fqdn" {
  value = { for k, v in aws_route53_record.this : k => v.fqdn }
}
