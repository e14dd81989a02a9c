output "http_tcp_listener_arns" {
  value = aws_lb_listener.frontend_http_tcp[*].arn
}

output "http_tcp_listener_ids" {
  value = aws_lb_listener.frontend_http_tcp[*].id
}

output "https_listener_arns" {
  value = aws_lb_listener.frontend_https[*].arn
}

output "https_listener_ids" {
  value = aws_lb_listener.frontend_https[*].id
}

output "target_group_arns" {
  value = aws_lb_target_group.main[*].arn
}

output "target_group_arn_suffixes" {
  value = aws_lb_target_group.main[*].arn_suffix
}

output "target_group_names" {
  value = aws_lb_target_group.main[*].name
}

output "target_group_attachments" {
  value = { for k, v in aws_lb_target_group_attachment.this : k => v.id }
}
