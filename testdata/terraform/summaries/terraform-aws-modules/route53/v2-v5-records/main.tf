resource "aws_lb" "shop" {
  name    = "shop"
  subnets = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
}

module "zones" {
  source  = "terraform-aws-modules/route53/aws//modules/zones"
  version = "2.11.1"

  zones = {
    "example.com" = { comment = "public", tags = { env = "production" } }
    "inside" = {
      domain_name = "inside.example.com"
      vpc         = [{ vpc_id = "vpc-0123456789abcdef0" }, { vpc_id = "vpc-0123456789abcdef1" }]
    }
    "alone.example.com" = { vpc = { vpc_id = "vpc-0123456789abcdef0" } }
  }
  tags = { ManagedBy = "Terraform" }
}

module "records" {
  source  = "terraform-aws-modules/route53/aws//modules/records"
  version = "5.0.0"

  zone_name = keys(module.zones.route53_zone_zone_id)[0]

  records = [
    { name = "", type = "A", alias = { name = aws_lb.shop.dns_name, zone_id = aws_lb.shop.zone_id, evaluate_target_health = true } },
    { name = "old", type = "A", ttl = 3600, records = ["192.0.2.1"] },
    { name = "split", type = "A", set_identifier = "a", weighted_routing_policy = { weight = 90 }, ttl = 5, records = ["192.0.2.2"] },
    { name = "split", type = "A", set_identifier = "b", weighted_routing_policy = { weight = 10 }, ttl = 5, records = ["192.0.2.3"] },
    { name = "geo", type = "CNAME", set_identifier = "eu", geolocation_routing_policy = { continent = "EU" }, ttl = 5, records = ["eu.example.com."] },
    { key = "named", name = "full.example.com", full_name_override = true, type = "CNAME", ttl = 60, records = ["x.example.com"], failover_routing_policy = { type = "SECONDARY" }, set_identifier = "s" },
    { name = "net", type = "A", ttl = 60, records = ["192.0.2.4"], set_identifier = "office", cidr_routing_policy = { collection_id = "c", location_name = "office" } },
  ]

  depends_on = [module.zones]
}

module "by_id" {
  source  = "terraform-aws-modules/route53/aws//modules/records"
  version = "2.10.2"

  zone_id             = module.zones.route53_zone_zone_id["inside"]
  records_jsonencoded = jsonencode([{ name = "db", type = "CNAME", ttl = 300, records = ["db.example.net"] }])
}

module "near" {
  source  = "terraform-aws-modules/route53/aws//modules/records"
  version = "3.1.0"

  zone_id = "Z0123456789ABCDEFGHIJ"
  records = [{ name = "near", type = "A", ttl = 60, records = ["192.0.2.5"], set_identifier = "n", geoproximity_routing_policy = { aws_region = "eu-west-1", bias = 3 } }]
}

module "none" {
  source  = "terraform-aws-modules/route53/aws//modules/records"
  version = "4.1.0"
  records = [{ name = "a", type = "A", ttl = 60, records = ["192.0.2.6"] }]
}

output "names" {
  value = [module.records.route53_record_fqdn, module.zones.route53_static_zone_name]
}
