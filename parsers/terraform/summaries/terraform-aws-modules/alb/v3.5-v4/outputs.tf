output "load_balancer_id" {
  value = element(concat(aws_lb.application[*].id, aws_lb.application_no_logs[*].id, [""]), 0)
}

output "load_balancer_arn_suffix" {
  value = element(concat(aws_lb.application[*].arn_suffix, aws_lb.application_no_logs[*].arn_suffix, [""]), 0)
}

output "load_balancer_zone_id" {
  value = element(concat(aws_lb.application[*].zone_id, aws_lb.application_no_logs[*].zone_id, [""]), 0)
}

output "dns_name" {
  value = element(concat(aws_lb.application[*].dns_name, aws_lb.application_no_logs[*].dns_name, [""]), 0)
}

output "http_tcp_listener_arns" {
  value = concat(aws_lb_listener.frontend_http_tcp[*].arn, aws_lb_listener.frontend_http_tcp_no_logs[*].arn)
}

output "http_tcp_listener_ids" {
  value = concat(aws_lb_listener.frontend_http_tcp[*].id, aws_lb_listener.frontend_http_tcp_no_logs[*].id)
}

output "https_listener_arns" {
  value = concat(aws_lb_listener.frontend_https[*].arn, aws_lb_listener.frontend_https_no_logs[*].arn)
}

output "https_listener_ids" {
  value = concat(aws_lb_listener.frontend_https[*].id, aws_lb_listener.frontend_https_no_logs[*].id)
}

output "target_group_arns" {
  value = concat(aws_lb_target_group.main[*].arn, aws_lb_target_group.main_no_logs[*].arn)
}

output "target_group_arn_suffixes" {
  value = concat(aws_lb_target_group.main[*].arn_suffix, aws_lb_target_group.main_no_logs[*].arn_suffix)
}

output "target_group_names" {
  value = concat(aws_lb_target_group.main[*].name, aws_lb_target_group.main_no_logs[*].name)
}
