variable "vpc" {
  type = string
}

variable "admit" {
  type = list(string)
}

resource "aws_security_group" "this" {
  vpc_id = var.vpc
}

resource "aws_security_group_rule" "this" {
  security_group_id = aws_security_group.this.id
  type              = "ingress"
  from_port         = 5432
  to_port           = 5432
  protocol          = "tcp"
  cidr_blocks       = var.admit # want AL802 "module.database.aws_security_group.this opens port 5432 of module.database.aws_db_instance.this to 10.0.0.0/16 instead of the group of what uses it: whatever runs there may call it$"
}

resource "aws_db_instance" "this" {
  engine                 = "postgres"
  vpc_security_group_ids = [aws_security_group.this.id]
}
