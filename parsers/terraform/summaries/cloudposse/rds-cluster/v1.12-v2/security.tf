resource "aws_security_group_rule" "egress_ipv6" {
  count = local.enabled && var.egress_enabled ? 1 : 0

  type                     = "egress"
  from_port                = 0
  to_port                  = 0
  protocol                 = "-1"
  ipv6_cidr_blocks         = ["::/0"]
  source_security_group_id = null
  cidr_blocks              = null
  prefix_list_ids          = null
  self                     = null
  security_group_id        = aws_security_group.default[0].id
}
