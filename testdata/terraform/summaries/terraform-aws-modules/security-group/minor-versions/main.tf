resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

# The default IPv6 ranges stood beside groups until 3.5, prefix lists beside IPv4 ranges until 5.1.
module "v3_4" {
  source  = "terraform-aws-modules/security-group/aws"
  version = "3.4.0"

  name   = "app"
  vpc_id = aws_vpc.main.id

  ingress_ipv6_cidr_blocks              = ["::/0"]
  ingress_with_source_security_group_id = [{ rule = "http-8080-tcp", source_security_group_id = "sg-1" }]
  egress_with_self                      = [{ rule = "all-all" }]
}

module "v3_10" {
  source  = "terraform-aws-modules/security-group/aws"
  version = "3.10.0"

  name   = "app"
  vpc_id = aws_vpc.main.id

  ingress_ipv6_cidr_blocks              = ["::/0"]
  ingress_with_source_security_group_id = [{ rule = "http-8080-tcp", source_security_group_id = "sg-1" }]
  egress_with_self                      = [{ rule = "all-all" }]
}

module "v5_0" {
  source  = "terraform-aws-modules/security-group/aws"
  version = "5.0.0"

  name   = "app"
  vpc_id = aws_vpc.main.id

  ingress_prefix_list_ids  = ["pl-1"]
  ingress_with_cidr_blocks = [{ rule = "https-443-tcp", cidr_blocks = "10.0.0.0/8" }]
}

module "v5_2" {
  source  = "terraform-aws-modules/security-group/aws"
  version = "5.2.0"

  name   = "app"
  vpc_id = aws_vpc.main.id

  ingress_prefix_list_ids      = ["pl-1"]
  ingress_with_cidr_blocks     = [{ rule = "https-443-tcp", cidr_blocks = "10.0.0.0/8" }]
  ingress_with_prefix_list_ids = [{ rule = "https-443-tcp" }]
}

module "kafka_3_4" {
  source  = "terraform-aws-modules/security-group/aws//modules/kafka"
  version = "3.4.0"

  name   = "kafka"
  vpc_id = aws_vpc.main.id
}

module "kafka_3_10" {
  source  = "terraform-aws-modules/security-group/aws//modules/kafka"
  version = "3.10.0"

  name   = "kafka"
  vpc_id = aws_vpc.main.id
}

module "kafka_4_12" {
  source  = "terraform-aws-modules/security-group/aws//modules/kafka"
  version = "4.12.0"

  name   = "kafka"
  vpc_id = aws_vpc.main.id
}

module "kafka_4_13" {
  source  = "terraform-aws-modules/security-group/aws//modules/kafka"
  version = "4.13.1"

  name   = "kafka"
  vpc_id = aws_vpc.main.id
}
