resource "aws_elastic_beanstalk_environment" "web" {
  name        = "web"
  application = "shop"
}

resource "aws_elastic_beanstalk_environment" "worker" {
  name        = "worker"
  application = "shop"
  tier        = "Worker"
}
