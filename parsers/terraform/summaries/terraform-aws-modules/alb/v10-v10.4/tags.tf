locals {
  tags = merge(var.tags, { terraform-aws-modules = "alb" })
}
