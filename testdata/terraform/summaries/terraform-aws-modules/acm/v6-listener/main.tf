resource "aws_route53_zone" "main" {
  name = "example.com"
}

module "acm" {
  source  = "terraform-aws-modules/acm/aws"
  version = "6.3.0"

  domain_name               = "example.com"
  subject_alternative_names = ["*.example.com", "www.example.org"]
  validation_method         = "DNS"
  zone_id                   = aws_route53_zone.main.zone_id
}

module "unvalidated" {
  source  = "terraform-aws-modules/acm/aws"
  version = "5.0.0"

  domain_name = "plain.example.com"
  zone_id     = aws_route53_zone.main.zone_id
}

module "never" {
  source  = "terraform-aws-modules/acm/aws"
  version = "5.2.0"

  create_certificate = false
  validation_method  = "DNS"
}

resource "aws_lb_listener" "https" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/x/0123456789abcdef"
  port              = 443
  protocol          = "HTTPS"
  certificate_arn   = module.acm.acm_certificate_arn

  default_action {
    type = "fixed-response"

    fixed_response {
      content_type = "text/plain"
    }
  }
}
