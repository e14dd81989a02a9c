resource "aws_route53_record" "this" {
  dynamic "geoproximity_routing_policy" {
    for_each = length(keys(lookup(each.value, "geoproximity_routing_policy", {}))) == 0 ? [] : [each.value.geoproximity_routing_policy]

    content {
      aws_region       = lookup(geoproximity_routing_policy.value, "aws_region", null)
      bias             = lookup(geoproximity_routing_policy.value, "bias", null)
      local_zone_group = lookup(geoproximity_routing_policy.value, "local_zone_group", null)

      dynamic "coordinates" {
        for_each = lookup(geoproximity_routing_policy.value, "coordinates", null) == null ? [] : [geoproximity_routing_policy.value.coordinates]

        content {
          latitude  = coordinates.value.latitude
          longitude = coordinates.value.longitude
        }
      }
    }
  }
}
