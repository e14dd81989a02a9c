output "lb_id" {
  value = try(aws_lb.this[0].id, "")
}

output "lb_arn" {
  value = try(aws_lb.this[0].arn, "")
}

output "lb_dns_name" {
  value = try(aws_lb.this[0].dns_name, "")
}

output "lb_arn_suffix" {
  value = try(aws_lb.this[0].arn_suffix, "")
}

output "lb_zone_id" {
  value = try(aws_lb.this[0].zone_id, "")
}
