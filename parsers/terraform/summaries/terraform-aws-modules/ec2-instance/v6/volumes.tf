resource "aws_ebs_volume" "this" {
  for_each = var.create ? try({ for key, volume in var.ebs_volumes : key => volume }, {}) : {}

  availability_zone    = local.zone
  multi_attach_enabled = try(each.value.multi_attach_enabled, null)
  outpost_arn          = try(each.value.outpost_arn, null)
  encrypted            = try(each.value.encrypted, null)
  iops                 = try(each.value.iops, null)
  size                 = try(each.value.size, null)
  snapshot_id          = try(each.value.snapshot_id, null)
  type                 = coalesce(try(each.value.type, null), "gp3")
  tags                 = merge(var.tags, var.volume_tags, { Name = "${var.name}-${each.key}" }, try(each.value.tags, {}))
}

resource "aws_volume_attachment" "this" {
  for_each = var.create ? try({ for key, volume in var.ebs_volumes : key => volume }, {}) : {}

  device_name = coalesce(try(each.value.device_name, null), each.key)
  instance_id = local.instance_id
  volume_id   = aws_ebs_volume.this[each.key].id
}
