# Before 3.6 the default IPv6 ranges stood beside groups, too.

resource "aws_security_group_rule" "ingress_with_source_security_group_id" {
  ipv6_cidr_blocks = var.ingress_ipv6_cidr_blocks
}

resource "aws_security_group_rule" "ingress_with_self" {
  ipv6_cidr_blocks = var.ingress_ipv6_cidr_blocks
}

resource "aws_security_group_rule" "computed_ingress_with_source_security_group_id" {
  ipv6_cidr_blocks = var.ingress_ipv6_cidr_blocks
}

resource "aws_security_group_rule" "computed_ingress_with_self" {
  ipv6_cidr_blocks = var.ingress_ipv6_cidr_blocks
}

resource "aws_security_group_rule" "egress_with_source_security_group_id" {
  ipv6_cidr_blocks = var.egress_ipv6_cidr_blocks
}

resource "aws_security_group_rule" "egress_with_self" {
  ipv6_cidr_blocks = var.egress_ipv6_cidr_blocks
}

resource "aws_security_group_rule" "computed_egress_with_source_security_group_id" {
  ipv6_cidr_blocks = var.egress_ipv6_cidr_blocks
}

resource "aws_security_group_rule" "computed_egress_with_self" {
  ipv6_cidr_blocks = var.egress_ipv6_cidr_blocks
}
