variable "office" {
  type    = list(string)
  default = ["198.51.100.0/24", "203.0.113.0/24"]
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

module "front" {
  source  = "terraform-aws-modules/security-group/aws"
  version = "5.3.1"

  name        = "shop-front"
  description = "Visitors"
  vpc_id      = aws_vpc.main.id

  ingress_cidr_blocks      = ["0.0.0.0/0"]
  ingress_ipv6_cidr_blocks = ["::/0"]
  ingress_rules            = ["http-80-tcp", "https-443-tcp"]
  egress_rules             = ["all-all"]
  tags                     = { Environment = "prod" }
}

module "fleet" {
  source  = "terraform-aws-modules/security-group/aws"
  version = "5.3.1"

  name   = "shop-fleet"
  vpc_id = aws_vpc.main.id

  computed_ingress_with_source_security_group_id = [
    {
      rule                     = "http-8080-tcp"
      source_security_group_id = module.front.security_group_id
    },
  ]
  number_of_computed_ingress_with_source_security_group_id = 1

  ingress_with_cidr_blocks = [
    {
      rule        = "ssh-tcp"
      cidr_blocks = join(",", var.office)
    },
    {
      from_port   = 9100
      to_port     = 9110
      protocol    = "tcp"
      description = "metrics"
      cidr_blocks = aws_vpc.main.cidr_block
    },
  ]
  egress_rules = ["all-all"]
}

module "database" {
  source  = "terraform-aws-modules/security-group/aws"
  version = "5.3.1"

  name   = "shop-database"
  vpc_id = aws_vpc.main.id

  ingress_with_source_security_group_id = [
    {
      rule                     = "mysql-tcp"
      source_security_group_id = module.fleet.security_group_id
    },
  ]
}

resource "aws_db_instance" "shop" {
  engine                 = "mysql"
  instance_class         = "db.t3.medium"
  vpc_security_group_ids = [module.database.security_group_id]
}
