variable "stage" {
  default = "prod"
}

module "base" {
  source  = "cloudposse/label/null"
  version = "0.25.0"

  namespace  = "eg"
  stage      = var.stage
  name       = "Shop Front!"
  attributes = ["public"]
  tags       = { Owner = "web" }
}

module "bastion" {
  source  = "cloudposse/label/null"
  version = "0.25.0"

  attributes = ["ssh"]
  name       = "bastion"
  context    = module.base.context
}

resource "aws_security_group" "front" {
  name = module.base.id
  tags = module.base.tags
}

resource "aws_autoscaling_group" "bastion" {
  name = module.bastion.id

  dynamic "tag" {
    for_each = module.bastion.tags_as_list_of_maps
    content {
      key                 = tag.value.key
      value               = tag.value.value
      propagate_at_launch = true
    }
  }
}
