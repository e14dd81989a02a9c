resource "aws_subnet" "database" {
  count             = 2
  vpc_id            = "vpc-1"
  availability_zone = ["eu-west-1a", "eu-west-1b"][count.index]
}

resource "aws_security_group" "app" {
  vpc_id = "vpc-1"
}

module "aurora" {
  source  = "cloudposse/rds-cluster/aws"
  version = "2.5.0"

  namespace       = "eg"
  stage           = "prod"
  name            = "shop"
  engine          = "aurora-mysql"
  cluster_family  = "aurora-mysql8.0"
  cluster_size    = 3
  instance_type   = "db.r6g.large"
  admin_user      = "shop"
  admin_password  = "change-me"
  db_name         = "shop"
  db_port         = 3306
  vpc_id          = "vpc-1"
  subnets         = aws_subnet.database[*].id
  security_groups = [aws_security_group.app.id]
  zone_id         = "Z123"

  autoscaling_enabled      = true
  autoscaling_min_capacity = 2
  autoscaling_max_capacity = 6
  deletion_protection      = true
  retention_period         = 14

  enhanced_monitoring_role_enabled     = true
  rds_monitoring_interval              = 60
  intra_security_group_traffic_enabled = true
}

resource "aws_ssm_parameter" "reader" {
  name  = "/reader"
  type  = "String"
  value = module.aurora.reader_endpoint
}

module "secondary" {
  source  = "cloudposse/rds-cluster/aws"
  version = "2.5.0"

  name                      = "secondary"
  cluster_type              = "global"
  global_cluster_identifier = "world"
  source_region             = "eu-west-1"
  engine                    = "aurora-postgresql"
  cluster_family            = "aurora-postgresql15"
  cluster_size              = 1
  db_port                   = 5432
  vpc_id                    = "vpc-1"
  subnets                   = ["subnet-1", "subnet-2"]

  serverlessv2_scaling_configuration = { min_capacity = 1, max_capacity = 4 }
}
