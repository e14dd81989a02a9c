resource "aws_route53_record" "this" {
  # Not an input before 10.2.
  alias {
    name                   = aws_lb.this[0].dns_name
    zone_id                = aws_lb.this[0].zone_id
    evaluate_target_health = true
  }
}
