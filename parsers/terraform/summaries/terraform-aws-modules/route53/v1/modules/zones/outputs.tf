output "this_route53_zone_zone_id" {
  value = { for k, v in aws_route53_zone.this : k => v.zone_id }
}

output "this_route53_zone_zone_arn" {
  value = { for k, v in aws_route53_zone.this : k => v.arn }
}

output "this_route53_zone_name_servers" {
  value = { for k, v in aws_route53_zone.this : k => v.name_servers }
}

output "this_route53_zone_name" {
  value = { for k, v in aws_route53_zone.this : k => v.name }
}
