output "this_lb_id" {
  value = try(aws_lb.this[0].id, "")
}

output "this_lb_arn" {
  value = try(aws_lb.this[0].arn, "")
}

output "this_lb_dns_name" {
  value = try(aws_lb.this[0].dns_name, "")
}

output "this_lb_arn_suffix" {
  value = try(aws_lb.this[0].arn_suffix, "")
}

output "this_lb_zone_id" {
  value = try(aws_lb.this[0].zone_id, "")
}
