resource "aws_subnet" "a" {
  vpc_id            = "vpc-1"
  cidr_block        = "10.0.1.0/24"
  availability_zone = "eu-west-1a"
}

resource "aws_subnet" "b" {
  vpc_id            = "vpc-1"
  cidr_block        = "10.0.2.0/24"
  availability_zone = "eu-west-1a"
}

resource "aws_subnet" "c" {
  vpc_id            = "vpc-1"
  cidr_block        = "10.0.3.0/24"
  availability_zone = "eu-west-1b"
}

# Without subnets and zones there are as many zones as the region has.
resource "aws_elastic_beanstalk_environment" "by_default" {
  name        = "by-default"
  application = "shop"
}

# Subnets win over a number of zones.
resource "aws_elastic_beanstalk_environment" "two_zones" {
  name        = "two-zones"
  application = "shop"

  setting {
    namespace = "aws:ec2:vpc"
    name      = "Subnets"
    value     = "${aws_subnet.a.id},${aws_subnet.c.id}"
  }

  setting {
    namespace = "aws:autoscaling:asg"
    name      = "Availability Zones"
    value     = "Any 1"
  }
}

resource "aws_elastic_beanstalk_environment" "any_two" {
  name        = "any-two"
  application = "shop"

  setting {
    namespace = "aws:autoscaling:asg"
    name      = "Availability Zones"
    value     = "Any 2"
  }
}

resource "aws_elastic_beanstalk_environment" "custom" {
  name        = "custom"
  application = "shop"

  setting {
    namespace = "aws:autoscaling:asg"
    name      = "Custom Availability Zones"
    value     = "eu-west-1a, eu-west-1c"
  }
}

resource "aws_elastic_beanstalk_configuration_template" "small" {
  name        = "small"
  application = "shop"

  setting {
    namespace = "aws:ec2:vpc"
    name      = "Subnets"
    value     = aws_subnet.a.id
  }
}

resource "aws_elastic_beanstalk_environment" "over_template" {
  name        = "over-template"
  application = "shop"
  template_name = aws_elastic_beanstalk_configuration_template.small.name

  setting {
    namespace = "aws:ec2:vpc"
    name      = "Subnets"
    value     = "${aws_subnet.a.id},${aws_subnet.c.id}"
  }
}
