resource "aws_vpc_security_group_ingress_rule" "this" {
  referenced_security_group_id = lookup(each.value, "referenced_security_group_id", null)
}

resource "aws_vpc_security_group_egress_rule" "this" {
  referenced_security_group_id = lookup(each.value, "referenced_security_group_id", null)
}
