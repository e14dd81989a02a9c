variable "iam_role_additional_policies" {
  type    = map(string)
  default = {}
}
