module "elb" {
  source = "./modules/elb"

  create_elb = var.create_elb

  name        = var.name
  name_prefix = var.name_prefix

  internal        = var.internal
  subnets         = var.subnets
  security_groups = var.security_groups

  cross_zone_load_balancing   = var.cross_zone_load_balancing
  idle_timeout                = var.idle_timeout
  connection_draining         = var.connection_draining
  connection_draining_timeout = var.connection_draining_timeout

  listener     = var.listener
  health_check = var.health_check

  tags = merge(var.tags, { Name = var.name })
}
