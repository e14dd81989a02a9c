locals {
  load_balancers    = var.load_balancers
  target_group_arns = var.target_group_arns
}
