locals {
  zone_id   = try(aws_route53_zone.this[0].id, aws_route53_zone.ignore_vpc[0].id, data.aws_route53_zone.this[0].id, null)
  zone_name = try(aws_route53_zone.this[0].name, aws_route53_zone.ignore_vpc[0].name, data.aws_route53_zone.this[0].name, null)
}

data "aws_route53_zone" "this" {
  count = var.create && !var.create_zone ? 1 : 0

  name         = var.name
  private_zone = var.private_zone
  vpc_id       = var.vpc_id
}

resource "aws_route53_zone" "this" {
  count = var.create && var.create_zone && !var.ignore_vpc ? 1 : 0

  name = var.name

  dynamic "vpc" {
    for_each = var.vpc != null ? var.vpc : {}

    content {
      vpc_id     = vpc.value.vpc_id
      vpc_region = vpc.value.vpc_region
    }
  }

  tags         = var.tags
  private_zone = null
}

# VPCs that are associated later stay.
resource "aws_route53_zone" "ignore_vpc" {
  count = var.create && var.create_zone && var.ignore_vpc ? 1 : 0

  name = var.name

  dynamic "vpc" {
    for_each = var.vpc != null ? var.vpc : {}

    content {
      vpc_id     = vpc.value.vpc_id
      vpc_region = vpc.value.vpc_region
    }
  }

  tags         = var.tags
  private_zone = null
}

resource "aws_route53_record" "this" {
  for_each = { for k, v in var.records : k => v if var.create }

  zone_id = local.zone_id
  name    = coalesce(each.value.full_name, try("${each.value.name}.${local.zone_name}", "${each.key}.${local.zone_name}"))
  type    = each.value.type
  ttl     = each.value.ttl
  records = each.value.records

  set_identifier                   = each.value.set_identifier
  health_check_id                  = each.value.health_check_id
  multivalue_answer_routing_policy = each.value.multivalue_answer_routing_policy

  dynamic "alias" {
    for_each = each.value.alias[*]

    content {
      name                   = alias.value.name
      zone_id                = alias.value.zone_id == "self" ? local.zone_id : alias.value.zone_id
      evaluate_target_health = alias.value.evaluate_target_health
    }
  }

  dynamic "failover_routing_policy" {
    for_each = each.value.failover_routing_policy[*]

    content {
      type = failover_routing_policy.value.type
    }
  }

  dynamic "weighted_routing_policy" {
    for_each = each.value.weighted_routing_policy[*]

    content {
      weight = weighted_routing_policy.value.weight
    }
  }

  dynamic "latency_routing_policy" {
    for_each = each.value.latency_routing_policy[*]

    content {
      region = latency_routing_policy.value.region
    }
  }

  dynamic "geolocation_routing_policy" {
    for_each = each.value.geolocation_routing_policy[*]

    content {
      continent   = geolocation_routing_policy.value.continent
      country     = geolocation_routing_policy.value.country
      subdivision = geolocation_routing_policy.value.subdivision
    }
  }

  dynamic "geoproximity_routing_policy" {
    for_each = each.value.geoproximity_routing_policy[*]

    content {
      aws_region       = geoproximity_routing_policy.value.aws_region
      bias             = geoproximity_routing_policy.value.bias
      local_zone_group = geoproximity_routing_policy.value.local_zone_group

      dynamic "coordinates" {
        for_each = geoproximity_routing_policy.value.coordinates != null ? geoproximity_routing_policy.value.coordinates : []

        content {
          latitude  = coordinates.value.latitude
          longitude = coordinates.value.longitude
        }
      }
    }
  }

  dynamic "cidr_routing_policy" {
    for_each = each.value.cidr_routing_policy[*]

    content {
      collection_id = cidr_routing_policy.value.collection_id
      location_name = cidr_routing_policy.value.location_name
    }
  }
}
