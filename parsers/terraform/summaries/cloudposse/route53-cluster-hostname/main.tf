resource "aws_route53_record" "default" {
  count = module.this.enabled ? 1 : 0

  zone_id = local.zone_id
  name    = var.dns_name == "" ? module.this.id : var.dns_name
  type    = var.type
  ttl     = var.ttl
  records = var.records

  dynamic "alias" {
    for_each = []
    content {}
  }
}
