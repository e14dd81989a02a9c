resource "aws_elastic_beanstalk_environment" "without" {
  name        = "without"
  application = "shop"
}

resource "aws_elastic_beanstalk_environment" "standby" {
  name        = "standby"
  application = "shop"

  setting {
    namespace = "aws:rds:dbinstance"
    name      = "HasCoupledDatabase"
    value     = "true"
  }

  setting {
    namespace = "aws:rds:dbinstance"
    name      = "MultiAZDatabase"
    value     = "true"
  }
}
