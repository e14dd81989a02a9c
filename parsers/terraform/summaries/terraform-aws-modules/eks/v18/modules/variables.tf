variable "iam_role_additional_policies" {
  type    = list(string)
  default = []
}
