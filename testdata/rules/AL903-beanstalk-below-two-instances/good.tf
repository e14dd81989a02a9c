resource "aws_elastic_beanstalk_environment" "two" {
  name        = "two"
  application = "shop"

  setting {
    namespace = "aws:autoscaling:asg"
    name      = "MinSize"
    value     = "2"
  }
}

# It has no load balancer; another rule speaks of that.
resource "aws_elastic_beanstalk_environment" "single" {
  name        = "single"
  application = "shop"

  setting {
    namespace = "aws:elasticbeanstalk:environment"
    name      = "EnvironmentType"
    value     = "SingleInstance"
  }
}

# Messages wait for a worker in their queue.
resource "aws_elastic_beanstalk_environment" "worker" {
  name        = "worker"
  application = "shop"
  tier        = "Worker"
}
