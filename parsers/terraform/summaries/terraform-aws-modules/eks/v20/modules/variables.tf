variable "create_iam_role_policy" {
  type    = bool
  default = true
}

variable "iam_role_policy_statements" {
  type    = any
  default = []
}

variable "iam_role_additional_policies" {
  type    = map(string)
  default = {}
}
