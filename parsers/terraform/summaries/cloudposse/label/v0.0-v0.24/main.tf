locals {
  input          = local.given
  labels_as_tags = ["default"]
}
