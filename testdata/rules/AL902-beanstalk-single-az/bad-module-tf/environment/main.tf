variable "subnets" {
  type = list(string)
}

resource "aws_elastic_beanstalk_environment" "web" {
  name        = "web"
  application = "shop"

  setting {
    namespace = "aws:ec2:vpc"
    name      = "Subnets"
    value     = join(",", var.subnets) # want AL902 "module.environment.aws_elastic_beanstalk_environment.web can run only in eu-west-1a: module.vpc.aws_subnet.this\[0\] and module.vpc.aws_subnet.this\[1\] are both there"
  }
}
