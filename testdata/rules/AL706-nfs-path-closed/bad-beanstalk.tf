# The environment names no security group: Elastic Beanstalk makes one, which lets everything out, and which the mount
# target's group does not know.
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "a" {
  vpc_id            = aws_vpc.main.id
  cidr_block        = "10.0.1.0/24"
  availability_zone = "eu-west-1a"
}

resource "aws_security_group" "batch" {
  vpc_id = aws_vpc.main.id
}

resource "aws_security_group" "files" { # want AL706 "aws_security_group.files lets nothing in on port 2049 from aws_elastic_beanstalk_environment.web"
  vpc_id = aws_vpc.main.id
  ingress {
    protocol        = "tcp"
    from_port       = 2049
    to_port         = 2049
    security_groups = [aws_security_group.batch.id]
  }
}

resource "aws_efs_file_system" "files" {}

resource "aws_efs_mount_target" "a" {
  file_system_id  = aws_efs_file_system.files.id
  subnet_id       = aws_subnet.a.id
  security_groups = [aws_security_group.files.id]
}

resource "aws_elastic_beanstalk_environment" "web" {
  name                = "web"
  application         = "web"
  solution_stack_name = "64bit Amazon Linux 2023 v4.3.0 running PHP 8.2"
  setting {
    namespace = "aws:ec2:vpc"
    name      = "Subnets"
    value     = aws_subnet.a.id
  }
  setting {
    namespace = "aws:elasticbeanstalk:application:environment"
    name      = "FILE_SYSTEM_ID"
    value     = aws_efs_file_system.files.id
  }
}
