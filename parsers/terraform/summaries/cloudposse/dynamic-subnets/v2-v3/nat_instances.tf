data "aws_ami" "nat_instance" {
  count = local.nat_instances && length(var.nat_instance_ami_id) == 0 ? 1 : 0

  most_recent = true
  owners      = ["amazon"]

  filter {
    name   = "name"
    values = ["amzn-ami-vpc-nat*"]
  }

  filter {
    name   = "virtualization-type"
    values = ["hvm"]
  }
}

# NAT instances, where NAT gateways are not wanted.

resource "aws_security_group" "nat_instance" {
  count = local.nat_instances ? 1 : 0

  name   = module.nat_instance_label.id
  vpc_id = var.vpc_id

  # Its rules are resources of their own.
  dynamic "ingress" {
    for_each = []
    content {}
  }

  dynamic "egress" {
    for_each = []
    content {}
  }

  tags = module.nat_instance_label.tags
}

resource "aws_security_group_rule" "nat_instance_egress" {
  count = local.nat_instances ? 1 : 0

  security_group_id        = join("", aws_security_group.nat_instance[*].id)
  type                     = "egress"
  protocol                 = "-1"
  from_port                = 0
  to_port                  = 0
  cidr_blocks              = ["0.0.0.0/0"]
  ipv6_cidr_blocks         = null
  prefix_list_ids          = null
  source_security_group_id = null
  self                     = null
}

resource "aws_security_group_rule" "nat_instance_ingress" {
  count = local.nat_instances ? 1 : 0

  security_group_id        = join("", aws_security_group.nat_instance[*].id)
  type                     = "ingress"
  protocol                 = "-1"
  from_port                = 0
  to_port                  = 0
  cidr_blocks              = [local.base_cidr]
  ipv6_cidr_blocks         = null
  prefix_list_ids          = null
  source_security_group_id = null
  self                     = null
}

resource "aws_instance" "nat_instance" {
  count = local.nat_instances ? length(local.nat_subnets) : 0

  ami                         = length(var.nat_instance_ami_id) == 0 ? data.aws_ami.nat_instance[0].id : var.nat_instance_ami_id[0]
  instance_type               = var.nat_instance_type
  subnet_id                   = aws_subnet.public[local.nat_subnets[count.index]].id
  vpc_security_group_ids      = [aws_security_group.nat_instance[0].id]
  associate_public_ip_address = true
  source_dest_check           = false # as NAT needs
  iam_instance_profile        = null
  user_data                   = null
  user_data_base64            = null
  availability_zone           = null
  security_groups             = null

  instance_initiated_shutdown_behavior = null

  dynamic "launch_template" {
    for_each = []
    content {}
  }

  dynamic "primary_network_interface" {
    for_each = []
    content {}
  }

  dynamic "network_interface" {
    for_each = []
    content {}
  }

  dynamic "ebs_block_device" {
    for_each = []
    content {}
  }

  dynamic "instance_market_options" {
    for_each = []
    content {}
  }

  tags = merge(module.nat_instance_label.tags, { Name = format("%s%s%s", module.nat_instance_label.id, module.this.delimiter, local.abbreviations[local.public_zones[local.nat_subnets[count.index]]]) })
}

resource "aws_eip_association" "nat_instance" {
  count = local.nat_instances ? length(local.nat_subnets) : 0

  instance_id          = aws_instance.nat_instance[count.index].id
  allocation_id        = local.nat_addresses[count.index]
  public_ip            = null
  network_interface_id = null
}

resource "aws_route" "nat_instance" {
  count = local.nat_instances ? local.private_tables : 0

  route_table_id              = aws_route_table.private[count.index].id
  destination_cidr_block      = "0.0.0.0/0"
  destination_ipv6_cidr_block = null
  destination_prefix_list_id  = null
  gateway_id                  = null
  nat_gateway_id              = null
  egress_only_gateway_id      = null
  transit_gateway_id          = null
  vpc_endpoint_id             = null
  network_interface_id        = aws_instance.nat_instance[local.private_nat[count.index]].primary_network_interface_id
  instance_id                 = null
}
