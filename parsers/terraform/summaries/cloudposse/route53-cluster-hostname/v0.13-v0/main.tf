locals {
  zone_id = join("", data.aws_route53_zone.default[*].zone_id)
}

data "aws_route53_zone" "default" {
  count = module.this.enabled ? 1 : 0

  zone_id      = var.zone_id
  name         = var.zone_name
  private_zone = var.private_zone
  vpc_id       = var.zone_vpc_id
}
