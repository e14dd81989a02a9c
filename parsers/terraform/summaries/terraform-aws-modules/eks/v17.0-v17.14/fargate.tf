locals {
  fargate_subnets = var.subnets
}
