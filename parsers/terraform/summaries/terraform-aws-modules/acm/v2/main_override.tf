locals {
  validation_domains = local.create_certificate ? [
    for option in aws_acm_certificate.this[0].domain_validation_options : tomap(option) if contains(local.distinct_domain_names, replace(option.domain_name, "*.", ""))
  ] : []
}

resource "aws_acm_certificate_validation" "this" {
  count = local.create_certificate && var.validation_method == "DNS" && var.validate_certificate && var.wait_for_validation ? 1 : 0
}
