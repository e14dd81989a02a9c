resource "aws_elastic_beanstalk_environment" "by_default" { # want AL501 "^the database of aws_elastic_beanstalk_environment.by_default has no standby in another Availability Zone: MultiAZDatabase is false because none is written$"
  name        = "by-default"
  application = "shop"

  setting {
    namespace = "aws:rds:dbinstance"
    name      = "HasCoupledDatabase"
    value     = "true"
  }
}

resource "aws_elastic_beanstalk_environment" "written" {
  name        = "written"
  application = "shop"

  setting {
    namespace = "aws:rds:dbinstance"
    name      = "DBEngine"
    value     = "mysql"
  }

  setting {
    namespace = "aws:rds:dbinstance"
    name      = "MultiAZDatabase"
    value     = "false" # want AL501 "MultiAZDatabase is false$"
  }
}
