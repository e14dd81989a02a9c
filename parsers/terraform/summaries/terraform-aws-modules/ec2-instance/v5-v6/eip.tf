resource "aws_eip" "this" {
  count = local.create && var.create_eip && !var.create_spot_instance ? 1 : 0

  domain   = var.eip_domain
  instance = var.ignore_ami_changes ? aws_instance.ignore_ami[0].id : aws_instance.this[0].id
  tags     = merge(var.tags, var.eip_tags)

  region            = null
  address           = null
  network_interface = null
  public_ipv4_pool  = null
  ipam_pool_id      = null

  customer_owned_ipv4_pool = null
}
