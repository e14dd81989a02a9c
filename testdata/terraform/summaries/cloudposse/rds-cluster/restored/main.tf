variable "snapshot" {
  type    = string
  default = null
}

module "label" {
  source  = "cloudposse/label/null"
  version = "0.25.0"

  namespace = "eg"
  stage     = "prod"
  name      = "wiki"
}

module "restored" {
  source  = "cloudposse/rds-cluster/aws"
  version = "2.1.1"

  context                  = module.label.context
  attributes               = ["restored"]
  engine                   = "aurora-postgresql"
  cluster_family           = "aurora-postgresql15"
  instance_type            = "db.r6g.large"
  vpc_id                   = "vpc-1"
  subnets                  = ["subnet-1", "subnet-2"]
  subnet_group_name        = "databases"
  snapshot_identifier      = var.snapshot
  allowed_ipv6_cidr_blocks = ["2001:db8::/32"]
  egress_enabled           = false
  publicly_accessible      = true

  restore_to_point_in_time = [{ source_cluster_identifier = "wiki" }]
}

module "copy" {
  source  = "cloudposse/rds-cluster/aws"
  version = "1.18.0"
  count   = 2

  name                          = "copy-${count.index}"
  engine                        = "aurora-mysql"
  cluster_family                = "aurora-mysql8.0"
  cluster_identifier            = "wiki-copy-${count.index}"
  replication_source_identifier = "arn:aws:rds:us-east-1:123456789012:cluster:wiki"
  source_region                 = "us-east-1"
  vpc_id                        = "vpc-1"
  subnets                       = ["subnet-1", "subnet-2"]
}
