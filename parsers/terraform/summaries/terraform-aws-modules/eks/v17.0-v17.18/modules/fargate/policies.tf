variable "policy_prefix" {
  type    = string
  default = "arn:aws:iam::aws:policy"
}

locals {
  policy_prefix = var.policy_prefix
}
