resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

module "web" {
  source  = "terraform-aws-modules/security-group/aws//modules/web"
  version = "5.3.1"

  name                = "web"
  vpc_id              = aws_vpc.main.id
  ingress_cidr_blocks = ["0.0.0.0/0"]
}

module "http" {
  source  = "terraform-aws-modules/security-group/aws//modules/http-80"
  version = "5.3.1"

  name            = "http"
  vpc_id          = aws_vpc.main.id
  use_name_prefix = false

  ingress_cidr_blocks    = [aws_vpc.main.cidr_block]
  ingress_rules          = ["ssh-tcp", "http-80-tcp"]
  auto_ingress_with_self = []
}

module "mysql" {
  source  = "terraform-aws-modules/security-group/aws//modules/mysql"
  version = "5.3.1"

  name   = "mysql"
  vpc_id = aws_vpc.main.id

  computed_ingress_with_source_security_group_id           = [{ rule = "mysql-tcp", source_security_group_id = module.http.security_group_id }]
  number_of_computed_ingress_with_source_security_group_id = 1
  auto_ingress_rules                                       = []
}

module "kafka" {
  source  = "terraform-aws-modules/security-group/aws//modules/kafka"
  version = "4.17.2"

  create              = false
  name                = "kafka"
  vpc_id              = aws_vpc.main.id
  ingress_cidr_blocks = ["10.0.0.0/16"]
}

module "consul" {
  source  = "terraform-aws-modules/security-group/aws//modules/consul"
  version = "4.17.2"

  name                = "consul"
  vpc_id              = aws_vpc.main.id
  ingress_cidr_blocks = ["10.0.0.0/16"]
  egress_cidr_blocks  = ["10.0.0.0/16"]
}

module "zookeeper" {
  source  = "terraform-aws-modules/security-group/aws//modules/zookeeper"
  version = "3.18.0"

  name                = "zookeeper"
  vpc_id              = aws_vpc.main.id
  ingress_cidr_blocks = ["10.0.0.0/16"]
  tags                = { Environment = "dev" }
}

resource "aws_elb" "web" {
  name            = "web"
  security_groups = [module.web.security_group_id, module.zookeeper.this_security_group_id]

  listener {
    instance_port     = 80
    instance_protocol = "http"
    lb_port           = 80
    lb_protocol       = "http"
  }
}
