module "zones" {
  source  = "terraform-aws-modules/route53/aws//modules/zones"
  version = "1.11.0"

  zones = {
    "example.com" = { comment = "all" }
  }
}

module "records" {
  source  = "terraform-aws-modules/route53/aws//modules/records"
  version = "1.11.0"

  zone_name = "example.com"
  records = [
    { name = "api", type = "A", alias = { name = "d-10qxlbvagl.execute-api.eu-west-1.amazonaws.com", zone_id = "ZLY8HYME6SFAD" } },
    { name = "", type = "MX", ttl = 3600, records = ["10 mail.example.com"] },
  ]
}

resource "aws_route53_record" "extra" {
  zone_id = module.zones.this_route53_zone_zone_id["example.com"]
  name    = "extra"
  type    = "A"
  ttl     = 60
  records = ["192.0.2.1"]
}
