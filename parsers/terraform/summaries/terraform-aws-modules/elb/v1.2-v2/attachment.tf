module "elb_attachment" {
  source = "./modules/elb_attachment"

  create_attachment   = var.create_elb
  number_of_instances = var.number_of_instances

  elb       = module.elb.this_elb_id
  instances = var.instances
}
