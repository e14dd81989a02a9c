locals {
  databases = {
    orders  = { class = "db.t4g.medium", multi_az = true }
    reports = { class = "db.t4g.small", multi_az = false }
  }
}

module "label" {
  source  = "cloudposse/label/null"
  version = "0.25.0"

  namespace   = "eg"
  environment = "euw1"
  stage       = "staging"
}

module "databases" {
  source   = "cloudposse/rds/aws"
  version  = "1.2.0"
  for_each = local.databases

  name                    = each.key
  context                 = module.label.context
  engine                  = "mariadb"
  engine_version          = "10.11.6"
  db_parameter_group      = "mariadb10.11"
  instance_class          = each.value.class
  allocated_storage       = 20
  database_port           = 3306
  multi_az                = each.value.multi_az
  availability_zone       = "eu-west-1a"
  vpc_id                  = "vpc-1"
  subnet_ids              = ["subnet-1", "subnet-2"]
  allowed_cidr_blocks     = ["10.0.0.0/16"]
  allowed_prefix_list_ids = ["pl-1"]
  skip_final_snapshot     = false
  backup_retention_period = 7
}

output "addresses" {
  value = { for k, v in module.databases : k => v.instance_address }
}
