module "application" {
  source  = "cloudposse/elastic-beanstalk-application/aws"
  version = "0.12.0"

  enabled = false
  name    = "shop"
}

resource "aws_sns_topic" "shop" {
  name = "shop"
}
