resource "aws_route53_record" "default" {
  count = module.this.enabled ? 1 : 0

  zone_id = local.zone_id
  name    = var.dns_name == "" ? module.this.id : var.dns_name
  type    = var.type
  ttl     = var.ttl
  records = var.records

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
