resource "aws_route53_record" "validation" {
  zone_id = lookup(var.zones, element(local.validation_domains, count.index)["domain_name"], var.zone_id)
}

resource "aws_acm_certificate_validation" "this" {
  count = local.create_certificate && var.validation_method != null && var.validate_certificate && var.wait_for_validation ? 1 : 0
}
