variable "vpc" {
  type = string
}

variable "admits" {
  type = string
}

resource "aws_security_group" "this" { # want AL810 "module.database.aws_security_group.this does not let aws_ecs_service.app in on port 3306: module.database.aws_rds_cluster.this is never reached"
  vpc_id = var.vpc
}

resource "aws_vpc_security_group_ingress_rule" "this" {
  security_group_id            = aws_security_group.this.id
  referenced_security_group_id = var.admits
  ip_protocol                  = "tcp"
  from_port                    = 3306
  to_port                      = 3306
}

resource "aws_rds_cluster" "this" {
  engine                 = "aurora-mysql"
  vpc_security_group_ids = [aws_security_group.this.id]
}

output "host" {
  value = aws_rds_cluster.this.endpoint
}
