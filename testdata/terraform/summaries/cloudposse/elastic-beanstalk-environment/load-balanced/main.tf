data "aws_availability_zones" "here" {}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "public" {
  count             = 2
  vpc_id            = aws_vpc.main.id
  cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 8, count.index)
  availability_zone = data.aws_availability_zones.here.names[count.index]
}

resource "aws_subnet" "private" {
  count             = 2
  vpc_id            = aws_vpc.main.id
  cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 8, count.index + 10)
  availability_zone = data.aws_availability_zones.here.names[count.index]
}

resource "aws_route53_zone" "main" {
  name = "example.org"
}

module "application" {
  source  = "cloudposse/elastic-beanstalk-application/aws"
  version = "0.12.0"

  namespace   = "eg"
  stage       = "prod"
  name        = "shop"
  description = "The shop"
}

module "environment" {
  source  = "cloudposse/elastic-beanstalk-environment/aws"
  version = "0.53.0"

  namespace = "eg"
  stage     = "prod"
  name      = "shop"
  tags      = { Owner = "web" }

  region                             = "eu-west-1"
  description                        = "The shop, in production"
  elastic_beanstalk_application_name = module.application.elastic_beanstalk_application_name
  solution_stack_name                = "64bit Amazon Linux 2023 v4.5.1 running Python 3.11"

  vpc_id               = aws_vpc.main.id
  loadbalancer_subnets = aws_subnet.public[*].id
  application_subnets  = aws_subnet.private[*].id

  loadbalancer_type            = "application"
  loadbalancer_certificate_arn = "arn:aws:acm:eu-west-1:123456789012:certificate/1"
  loadbalancer_ssl_policy      = "ELBSecurityPolicy-TLS-1-2-2017-01"
  healthcheck_url              = "/healthy"

  instance_type = "t3.small"
  autoscale_min = 2
  autoscale_max = 6

  deployment_policy = "RollingWithAdditionalBatch"
  dns_zone_id       = aws_route53_zone.main.zone_id
  dns_subdomain     = "shop"

  additional_security_group_rules = [{
    type                     = "ingress"
    from_port                = 80
    to_port                  = 80
    protocol                 = "tcp"
    source_security_group_id = "sg-0123456789abcdef0"
  }]

  additional_settings = [
    {
      namespace = "aws:elasticbeanstalk:environment:process:default"
      name      = "StickinessEnabled"
      value     = "false"
    },
    {
      namespace = "aws:elasticbeanstalk:managedactions"
      name      = "ManagedActionsEnabled"
      value     = "false"
    },
  ]

  env_vars = {
    DB_HOST = "db.example.org"
  }

  loadbalancer_redirect_http_to_https = true
}

resource "aws_security_group_rule" "database" {
  type                     = "ingress"
  from_port                = 5432
  to_port                  = 5432
  protocol                 = "tcp"
  security_group_id        = "sg-database"
  source_security_group_id = module.environment.security_group_id
}

output "address" {
  value = module.environment.endpoint
}
