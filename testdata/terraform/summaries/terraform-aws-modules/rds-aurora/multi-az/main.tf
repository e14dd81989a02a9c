variable "zones" {
  type    = list(string)
  default = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]
}

resource "aws_db_subnet_group" "databases" {
  name       = "databases"
  subnet_ids = ["subnet-1", "subnet-2", "subnet-3"]
}

module "mysql" {
  source  = "terraform-aws-modules/rds-aurora/aws"
  version = "9.16.1"

  name                      = "orders"
  engine                    = "mysql"
  engine_version            = "8.0"
  master_username           = "root"
  db_cluster_instance_class = "db.r6gd.large"
  storage_type              = "io1"
  allocated_storage         = 256
  iops                      = 2500
  availability_zones        = var.zones
  vpc_id                    = "vpc-1"
  db_subnet_group_name      = aws_db_subnet_group.databases.name
  skip_final_snapshot       = true

  security_group_rules = {
    vpc_ingress = { cidr_blocks = ["10.0.0.0/16"] }
    all_egress  = { type = "egress", from_port = 0, to_port = 0, protocol = "-1", cidr_blocks = ["0.0.0.0/0"] }
  }
}

module "postgres" {
  source  = "terraform-aws-modules/rds-aurora/aws"
  version = "10.2.0"

  name                   = "invoices"
  engine                 = "postgres"
  allocated_storage      = 256
  cluster_instance_class = "db.m6gd.large"
  vpc_id                 = "vpc-1"
  db_subnet_group_name   = aws_db_subnet_group.databases.id
}
