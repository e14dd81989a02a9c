resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_security_group" "open" {
  vpc_id = aws_vpc.main.id

  ingress {
    protocol    = "tcp"
    from_port   = 80
    to_port     = 80
    cidr_blocks = ["0.0.0.0/0"] # want AL801 "open opens port 80 to everybody \(0.0.0.0/0\), so that aws_elastic_beanstalk_environment.classic can be reached past its load balancer"
  }

  ingress {
    protocol    = "tcp"
    from_port   = 5000
    to_port     = 5000
    cidr_blocks = ["0.0.0.0/0"] # want AL801 "so that aws_elastic_beanstalk_environment.application can be reached past its load balancer"
  }
}

resource "aws_elastic_beanstalk_environment" "classic" {
  name        = "classic"
  application = "shop"

  setting {
    namespace = "aws:autoscaling:launchconfiguration"
    name      = "SecurityGroups"
    value     = aws_security_group.open.id
  }
}

resource "aws_elastic_beanstalk_environment" "application" {
  name        = "application"
  application = "shop"

  setting {
    namespace = "aws:autoscaling:launchconfiguration"
    name      = "SecurityGroups"
    value     = aws_security_group.open.id
  }

  setting {
    namespace = "aws:elasticbeanstalk:environment"
    name      = "LoadBalancerType"
    value     = "application"
  }

  setting {
    namespace = "aws:elasticbeanstalk:environment:process:default"
    name      = "Port"
    value     = "5000"
  }
}
