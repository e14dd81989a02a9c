# Names and tags made by a label module whose context is handed from one to the next.
module "base" {
  source      = "./label"
  namespace   = "eg"
  environment = "ue1"
  stage       = "Prod"
  name        = "app"
  tags        = { Owner = "ops", Empty = "" }
}

module "web" {
  source     = "./label"
  context    = module.base.context
  name       = "web site!"
  attributes = ["blue", "blue", "v2"]
  tags       = { Owner = "web" }
}

module "short" {
  source          = "./label"
  context         = module.web.context
  id_length_limit = 12
  label_order     = ["name", "stage"]
  label_key_case  = "lower"
}

module "off" {
  source  = "./label"
  context = module.web.context
  enabled = false
}

resource "aws_instance" "all" {
  for_each = { for k, m in { base = module.base, web = module.web, short = module.short, off = module.off } : k => m if m.enabled }
  name     = each.value.id
  tags     = each.value.tags
}

resource "terraform_data" "read" {
  input = [module.web.context, module.off.id, module.short.id_full, module.web.tags_as_list]
}
