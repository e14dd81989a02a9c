resource "aws_elastic_beanstalk_environment" "web" { # want AL910 "no configuration file"
  name        = "web"
  application = "shop"
}
