resource "aws_ebs_volume" "this" {
  for_each = var.create && var.ebs_volumes != null ? var.ebs_volumes : {}

  availability_zone    = local.zone
  multi_attach_enabled = lookup(each.value, "multi_attach_enabled", null)
  outpost_arn          = lookup(each.value, "outpost_arn", null)
  encrypted            = lookup(each.value, "encrypted", null)
  iops                 = lookup(each.value, "iops", null)
  size                 = lookup(each.value, "size", null)
  snapshot_id          = lookup(each.value, "snapshot_id", null)
  type                 = coalesce(lookup(each.value, "type", null), "gp3")
  tags                 = merge(var.tags, var.volume_tags, { Name = "${var.name}-${each.key}" }, lookup(each.value, "tags", {}))
}

resource "aws_volume_attachment" "this" {
  for_each = var.create && var.ebs_volumes != null ? var.ebs_volumes : {}

  device_name = coalesce(lookup(each.value, "device_name", null), each.key)
  instance_id = local.instance_id
  volume_id   = aws_ebs_volume.this[each.key].id
}
