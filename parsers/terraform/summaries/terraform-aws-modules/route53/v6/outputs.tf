output "id" {
  value = local.zone_id
}

output "arn" {
  value = try(aws_route53_zone.this[0].arn, aws_route53_zone.ignore_vpc[0].arn, data.aws_route53_zone.this[0].arn, null)
}

output "name_servers" {
  value = try(aws_route53_zone.this[0].name_servers, aws_route53_zone.ignore_vpc[0].name_servers, data.aws_route53_zone.this[0].name_servers, null)
}

output "name" {
  value = local.zone_name
}

output "records" {
  value = aws_route53_record.this
}
