resource "aws_route53_record" "validation" {
  zone_id = var.zone_id
}
