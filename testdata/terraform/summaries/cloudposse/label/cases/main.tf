variable "team" {}

module "short" {
  source  = "cloudposse/label/null"
  version = "0.25.0"

  namespace       = "organisation"
  environment     = "ue1"
  stage           = "staging"
  name            = "a-name-that-goes-on"
  attributes      = ["blue", "", "blue", "a/b"]
  id_length_limit = 24
}

module "pascal" {
  source  = "cloudposse/label/null"
  version = "0.25.0"

  namespace        = "eg"
  tenant           = "plat"
  name             = "queue worker"
  delimiter        = ""
  label_order      = ["tenant", "name", "namespace"]
  label_value_case = "title"
  label_key_case   = "lower"
}

module "few_tags" {
  source  = "cloudposse/label/null"
  version = "0.25.0"

  namespace           = "eg"
  name                = "My_Name"
  regex_replace_chars = "/[^a-zA-Z0-9_-]/"
  label_value_case    = "none"
  labels_as_tags      = ["name"]
  tags                = { Team = var.team }
}

module "unknown_name" {
  source  = "cloudposse/label/null"
  version = "0.25.0"

  namespace = "eg"
  name      = var.team
}

resource "aws_sqs_queue" "work" {
  name = module.short.id
  tags = module.pascal.tags
}
