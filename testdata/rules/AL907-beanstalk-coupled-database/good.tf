resource "aws_elastic_beanstalk_environment" "without" {
  name        = "without"
  application = "shop"
}

resource "aws_elastic_beanstalk_environment" "decoupled" {
  name        = "decoupled"
  application = "shop"

  setting {
    namespace = "aws:rds:dbinstance"
    name      = "HasCoupledDatabase"
    value     = "false"
  }

  setting {
    namespace = "aws:rds:dbinstance"
    name      = "DBEngine"
    value     = "mysql"
  }
}

resource "aws_elastic_beanstalk_environment" "told_of_another" {
  name        = "told-of-another"
  application = "shop"

  setting {
    namespace = "aws:elasticbeanstalk:application:environment"
    name      = "RDS_HOSTNAME"
    value     = "db.example.com"
  }
}
