resource "aws_vpc_security_group_ingress_rule" "this" {
  for_each = local.create_security_group && var.security_group_ingress_rules != null ? var.security_group_ingress_rules : {}

  security_group_id            = aws_security_group.this[0].id
  ip_protocol                  = each.value.ip_protocol
  from_port                    = each.value.from_port
  to_port                      = try(coalesce(each.value.to_port, each.value.from_port), null)
  cidr_ipv4                    = each.value.cidr_ipv4
  cidr_ipv6                    = each.value.cidr_ipv6
  prefix_list_id               = each.value.prefix_list_id
  referenced_security_group_id = each.value.referenced_security_group_id
}

resource "aws_vpc_security_group_egress_rule" "this" {
  for_each = local.create_security_group && var.security_group_egress_rules != null ? var.security_group_egress_rules : {}

  security_group_id            = aws_security_group.this[0].id
  ip_protocol                  = each.value.ip_protocol
  from_port                    = try(coalesce(each.value.from_port, each.value.to_port), null)
  to_port                      = each.value.to_port
  cidr_ipv4                    = each.value.cidr_ipv4
  cidr_ipv6                    = each.value.cidr_ipv6
  prefix_list_id               = each.value.prefix_list_id
  referenced_security_group_id = each.value.referenced_security_group_id
}

resource "aws_route53_record" "this" {
  for_each = var.create && var.route53_records != null ? var.route53_records : {}

  zone_id = each.value.zone_id
  name    = coalesce(each.value.name, each.key)
  type    = each.value.type
  ttl     = null
  records = null

  set_identifier  = null
  health_check_id = null

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

  alias {
    name                   = aws_lb.this[0].dns_name
    zone_id                = aws_lb.this[0].zone_id
    evaluate_target_health = each.value.evaluate_target_health
  }
}
