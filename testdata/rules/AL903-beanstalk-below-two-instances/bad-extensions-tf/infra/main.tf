resource "aws_elastic_beanstalk_environment" "web" { # want AL903 "^aws_elastic_beanstalk_environment.web keeps only one instance.*: MinSize is 1, as .*app/.ebextensions/02.config says$"
  name        = "web"
  application = "shop"
}
