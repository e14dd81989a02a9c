module "private_label" {
  source  = "cloudposse/label/null"
  version = "0.25.0"

  attributes = [local.private_label]
  tags       = merge(var.private_subnets_additional_tags, local.private_type_tags)
  context    = module.this.context
}

module "public_label" {
  source  = "cloudposse/label/null"
  version = "0.25.0"

  attributes = [local.public_label]
  tags       = merge(var.public_subnets_additional_tags, local.public_type_tags)
  context    = module.this.context
}

module "nat_label" {
  source  = "cloudposse/label/null"
  version = "0.25.0"

  attributes = ["nat"]
  context    = module.this.context
}

module "nat_instance_label" {
  source  = "cloudposse/label/null"
  version = "0.25.0"

  attributes = ["nat", "instance"]
  context    = module.this.context
}
