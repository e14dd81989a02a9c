locals {
  create_certificate          = var.create_certificate && var.putin_khuylo
  create_route53_records_only = var.create_route53_records_only && var.putin_khuylo

  # A name and its wildcard are validated by one record.
  distinct_domain_names = coalescelist(var.distinct_domain_names, distinct(
    [for name in concat([var.domain_name], var.subject_alternative_names) : replace(name, "*.", "")]
  ))
  validation_domains = local.create_certificate || local.create_route53_records_only ? distinct(
    [for option in try(aws_acm_certificate.this[0].domain_validation_options, var.acm_certificate_domain_validation_options) : merge(tomap(option), { domain_name = replace(option.domain_name, "*.", "") })]
  ) : []
}

resource "aws_acm_certificate" "this" {
  count = local.create_certificate ? 1 : 0

  domain_name               = var.domain_name
  subject_alternative_names = var.subject_alternative_names
}

resource "aws_route53_record" "validation" {
  count = (local.create_certificate || local.create_route53_records_only) && var.validation_method == "DNS" && var.create_route53_records && (var.validate_certificate || local.create_route53_records_only) ? length(local.distinct_domain_names) : 0

  name    = element(local.validation_domains, count.index)["resource_record_name"]
  type    = element(local.validation_domains, count.index)["resource_record_type"]
  ttl     = var.dns_ttl
  records = [element(local.validation_domains, count.index)["resource_record_value"]]

  set_identifier  = null
  health_check_id = null

  dynamic "alias" {
    for_each = []
    content {}
  }

  dynamic "failover_routing_policy" {
    for_each = []
    content {}
  }

  dynamic "weighted_routing_policy" {
    for_each = []
    content {}
  }

  dynamic "latency_routing_policy" {
    for_each = []
    content {}
  }

  dynamic "geolocation_routing_policy" {
    for_each = []
    content {}
  }

  dynamic "geoproximity_routing_policy" {
    for_each = []
    content {}
  }

  dynamic "cidr_routing_policy" {
    for_each = []
    content {}
  }
}

resource "aws_acm_certificate_validation" "this" {
  certificate_arn = aws_acm_certificate.this[0].arn
}

output "validation_route53_record_fqdns" {
  value = aws_route53_record.validation[*].fqdn
}

output "distinct_domain_names" {
  value = local.distinct_domain_names
}

output "validation_domains" {
  value = local.validation_domains
}
