data "aws_ami" "nat_instance" {
  count = local.nat_instances ? 1 : 0

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
  cidr_blocks              = [local.cidr]
  ipv6_cidr_blocks         = null
  prefix_list_ids          = null
  source_security_group_id = null
  self                     = null
}

resource "aws_instance" "nat_instance" {
  count = local.nat_instances ? length(var.availability_zones) : 0

  ami                         = join("", data.aws_ami.nat_instance[*].id)
  instance_type               = var.nat_instance_type
  subnet_id                   = element(aws_subnet.public[*].id, count.index)
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

  tags = merge(module.nat_instance_label.tags, { Name = format("%s%s%s", module.nat_instance_label.id, module.this.delimiter, local.zone_labels[count.index]) })
}

resource "aws_eip_association" "nat_instance" {
  count = local.nat_instances ? length(var.availability_zones) : 0

  instance_id          = element(aws_instance.nat_instance[*].id, count.index)
  allocation_id        = element(length(local.given_addresses) > 0 ? data.aws_eip.nat_ips[*].id : aws_eip.nat_instance[*].id, count.index)
  public_ip            = null
  network_interface_id = null
}

resource "aws_eip" "nat_instance" {
  count = local.new_addresses && var.nat_instance_enabled ? length(var.availability_zones) : 0

  instance                 = null
  network_interface        = null
  public_ipv4_pool         = null
  customer_owned_ipv4_pool = null
  ipam_pool_id             = null
  region                   = null

  tags = merge(module.nat_instance_label.tags, { Name = format("%s%s%s", module.nat_instance_label.id, module.this.delimiter, local.zone_labels[count.index]) })
}

resource "aws_route" "nat_instance" {
  count = local.nat_instances ? length(var.availability_zones) : 0

  route_table_id              = element(aws_route_table.private[*].id, count.index)
  destination_cidr_block      = "0.0.0.0/0"
  destination_ipv6_cidr_block = null
  destination_prefix_list_id  = null
  gateway_id                  = null
  nat_gateway_id              = null
  egress_only_gateway_id      = null
  transit_gateway_id          = null
  vpc_endpoint_id             = null
  network_interface_id        = null
  instance_id                 = element(aws_instance.nat_instance[*].id, count.index)
}
