locals {
  validation_domains = local.create_certificate ? [
    for option in aws_acm_certificate.this[0].domain_validation_options : tomap(option) if contains(local.distinct_domain_names, replace(option.domain_name, "*.", ""))
  ] : []
}
