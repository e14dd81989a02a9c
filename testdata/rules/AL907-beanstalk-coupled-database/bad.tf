resource "aws_elastic_beanstalk_environment" "asked" {
  name        = "asked"
  application = "shop"

  setting {
    namespace = "aws:rds:dbinstance"
    name      = "HasCoupledDatabase"
    value     = "true" # want AL907 "^the database of aws_elastic_beanstalk_environment.asked is deleted with the environment: DBDeletionPolicy is Delete because none is written$"
  }
}

resource "aws_elastic_beanstalk_environment" "by_its_options" {
  name        = "by-its-options"
  application = "shop"

  setting {
    namespace = "aws:rds:dbinstance"
    name      = "DBEngine"
    value     = "mysql" # want AL907 "deleted with the environment"
  }

  setting {
    namespace = "aws:rds:dbinstance"
    name      = "DBUser"
    value     = "shop"
  }
}

resource "aws_elastic_beanstalk_environment" "deleted" {
  name        = "deleted"
  application = "shop"

  setting {
    namespace = "aws:rds:dbinstance"
    name      = "HasCoupledDatabase"
    value     = "true" # want AL907 "DBDeletionPolicy is Delete$"
  }

  setting {
    namespace = "aws:rds:dbinstance"
    name      = "DBDeletionPolicy"
    value     = "Delete"
  }
}

resource "aws_elastic_beanstalk_environment" "kept" {
  name        = "kept"
  application = "shop"

  setting {
    namespace = "aws:rds:dbinstance"
    name      = "HasCoupledDatabase"
    value     = "true" # want AL907 "belongs to the environment.*it outlives it, since DBDeletionPolicy is Retain$"
  }

  setting {
    namespace = "aws:rds:dbinstance"
    name      = "DBDeletionPolicy"
    value     = "Retain"
  }
}

resource "aws_elastic_beanstalk_configuration_template" "with_database" {
  name        = "with-database"
  application = "shop"

  setting {
    namespace = "aws:rds:dbinstance"
    name      = "DBEngine"
    value     = "mysql" # want AL907 "aws_elastic_beanstalk_environment.by_template is deleted"
  }
}

resource "aws_elastic_beanstalk_environment" "by_template" {
  name        = "by-template"
  application = "shop"
  template_name = aws_elastic_beanstalk_configuration_template.with_database.name
}
