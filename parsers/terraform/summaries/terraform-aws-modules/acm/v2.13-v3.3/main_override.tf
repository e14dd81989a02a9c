resource "aws_acm_certificate_validation" "this" {
  count = local.create_certificate && var.validation_method == "DNS" && var.validate_certificate && var.wait_for_validation ? 1 : 0
}
