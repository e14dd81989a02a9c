resource "aws_elastic_beanstalk_environment" "web" { # unknown AL910
  name        = "web"
  application = "shop"
}
