variable "clients" {
  default = ["sg-1", "sg-2"]
}

module "store" {
  source  = "cloudposse/security-group/aws"
  version = "2.2.0"

  attributes                 = ["store"]
  name                       = "shop"
  vpc_id                     = "vpc-0123456789abcdef0"
  create_before_destroy      = false
  allow_all_egress           = false
  security_group_name        = ["shop-store"]
  preserve_security_group_id = true

  rule_matrix = [
    {
      source_security_group_ids = var.clients
      cidr_blocks               = ["10.0.0.0/16"]
      rules = [
        {
          key       = "mysql"
          type      = "ingress"
          from_port = 3306
          to_port   = 3306
          protocol  = "tcp"
        },
        {
          type      = "ingress"
          from_port = 33060
          to_port   = 33060
          protocol  = "tcp"
          self      = true
        },
      ]
    },
  ]
}

resource "aws_db_instance" "shop" {
  engine                 = "mysql"
  vpc_security_group_ids = [module.store.id]
}
