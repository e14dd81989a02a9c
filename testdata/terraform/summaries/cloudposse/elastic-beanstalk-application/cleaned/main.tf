module "application" {
  source  = "cloudposse/elastic-beanstalk-application/aws"
  version = "0.12.0"

  name                          = "shop"
  attributes                    = ["api"]
  create_lifecycle_service_role = true
  prefer_legacy_service_policy  = false
}

resource "aws_elastic_beanstalk_environment" "shop" {
  name        = "shop"
  application = module.application.elastic_beanstalk_application_name
}
