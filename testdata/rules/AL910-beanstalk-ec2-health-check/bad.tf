resource "aws_elastic_beanstalk_environment" "web" { # want AL910 "^the Auto Scaling group of aws_elastic_beanstalk_environment.web keeps instances whose application has failed"
  name        = "web"
  application = "shop"
}
