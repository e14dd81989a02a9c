resource "aws_elastic_beanstalk_environment" "web" { # unknown AL903
  name        = "web"
  application = "shop"
}
