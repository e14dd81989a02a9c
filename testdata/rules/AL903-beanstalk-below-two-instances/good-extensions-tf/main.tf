resource "aws_elastic_beanstalk_environment" "web" {
  name        = "web"
  application = "shop"
}
