data "aws_route53_zone" "main" {
  name = "example.com"
}

module "four" {
  source  = "terraform-aws-modules/acm/aws"
  version = "4.5.0"

  domain_name         = "four.example.com"
  zone_id             = data.aws_route53_zone.main.zone_id
  wait_for_validation = false
}

module "records" {
  source  = "terraform-aws-modules/acm/aws"
  version = "4.3.0"

  create_certificate                        = false
  create_route53_records_only               = true
  distinct_domain_names                     = ["a.example.com", "b.example.com"]
  zone_id                                   = data.aws_route53_zone.main.zone_id
  acm_certificate_domain_validation_options = module.four.acm_certificate_domain_validation_options
}

module "three" {
  source  = "terraform-aws-modules/acm/aws"
  version = "3.5.0"

  domain_name            = "three.example.com"
  zone_id                = data.aws_route53_zone.main.zone_id
  create_route53_records = false
}

module "two" {
  source  = "terraform-aws-modules/acm/aws"
  version = "2.14.0"

  domain_name               = "two.example.com"
  subject_alternative_names = ["*.two.example.com"]
  zone_id                   = data.aws_route53_zone.main.zone_id
}

output "arns" {
  value = [module.two.this_acm_certificate_arn, module.three.acm_certificate_arn, module.four.acm_certificate_arn]
}
