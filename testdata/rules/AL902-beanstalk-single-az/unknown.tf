variable "subnets" {
  type = string
}

variable "more" {
  type = list(string)
}

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

resource "aws_elastic_beanstalk_environment" "by_variable" { # unknown AL902
  name        = "by-variable"
  application = "shop"

  setting {
    namespace = "aws:ec2:vpc"
    name      = "Subnets"
    value     = var.subnets
  }
}

resource "aws_elastic_beanstalk_environment" "and_more" { # unknown AL902
  name        = "and-more"
  application = "shop"

  setting {
    namespace = "aws:ec2:vpc"
    name      = "Subnets"
    value     = join(",", concat([aws_subnet.a.id], var.more))
  }
}

# Two subnets of which nobody here tells the zones.
resource "aws_elastic_beanstalk_environment" "named" { # unknown AL902
  name        = "named"
  application = "shop"

  setting {
    namespace = "aws:ec2:vpc"
    name      = "Subnets"
    value     = "subnet-0123,subnet-4567"
  }
}

resource "aws_elastic_beanstalk_environment" "saved" { # unknown AL902
  name        = "saved"
  application = "shop"
  template_name = "saved-elsewhere"
}
