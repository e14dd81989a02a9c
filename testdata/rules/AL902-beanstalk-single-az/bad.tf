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

resource "aws_elastic_beanstalk_environment" "one_subnet" {
  name        = "one-subnet"
  application = "shop"

  setting {
    namespace = "aws:ec2:vpc"
    name      = "Subnets"
    value     = aws_subnet.a.id # want AL902 "^the instances of aws_elastic_beanstalk_environment.one_subnet can run only in eu-west-1a: its only subnet is aws_subnet.a$"
  }
}

resource "aws_elastic_beanstalk_environment" "two_in_one_zone" {
  name        = "two-in-one-zone"
  application = "shop"

  setting {
    namespace = "aws:ec2:vpc"
    name      = "Subnets"
    value     = "${aws_subnet.a.id},${aws_subnet.b.id}" # want AL902 "can run only in eu-west-1a: aws_subnet.a and aws_subnet.b are both there$"
  }
}

resource "aws_elastic_beanstalk_environment" "sorted" {
  name        = "sorted"
  application = "shop"

  setting {
    namespace = "aws:ec2:vpc"
    name      = "Subnets"
    value     = join(", ", sort([aws_subnet.a.id, aws_subnet.b.id])) # want AL902 "eu-west-1a"
  }
}

resource "aws_elastic_beanstalk_environment" "literal" {
  name        = "literal"
  application = "shop"

  setting {
    namespace = "aws:ec2:vpc"
    name      = "Subnets"
    value     = "subnet-0123" # want AL902 "its only subnet is subnet-0123$"
  }
}

resource "aws_elastic_beanstalk_environment" "any_one" {
  name        = "any-one"
  application = "shop"

  setting {
    namespace = "aws:autoscaling:asg"
    name      = "Availability Zones"
    value     = "Any 1" # want AL902 "can run only in .*: Availability Zones is Any 1$"
  }
}

resource "aws_elastic_beanstalk_environment" "custom" {
  name        = "custom"
  application = "shop"

  setting {
    namespace = "aws:autoscaling:asg"
    name      = "Custom Availability Zones"
    value     = "eu-west-1c" # want AL902 "can run only in eu-west-1c: Custom Availability Zones names no other$"
  }
}

# A worker stands still as well.
resource "aws_elastic_beanstalk_environment" "worker" {
  name        = "worker"
  application = "shop"
  tier        = "Worker"

  setting {
    namespace = "aws:ec2:vpc"
    name      = "Subnets"
    value     = aws_subnet.a.id # want AL902 "aws_elastic_beanstalk_environment.worker can run only in eu-west-1a"
  }
}
