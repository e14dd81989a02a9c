module "application" {
  source  = "cloudposse/elastic-beanstalk-application/aws"
  version = "0.11.1"

  namespace   = "eg"
  stage       = "prod"
  name        = "shop"
  description = "The shop"
}

resource "aws_elastic_beanstalk_environment" "shop" {
  name        = "shop"
  application = module.application.elastic_beanstalk_application_name
}
