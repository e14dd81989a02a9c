module "v24" {
  source  = "cloudposse/label/null"
  version = "0.24.1"

  namespace  = "eg"
  stage      = "dev"
  name       = "app"
  attributes = ["one", "two"]
  delimiter  = "_"
}

module "v22" {
  source  = "cloudposse/label/null"
  version = "0.22.1"

  name            = "application-with-a-long-name"
  environment     = "uat"
  id_length_limit = 20
  context         = module.v24.context
}

module "v16" {
  source  = "cloudposse/label/null"
  version = "0.16.0"

  namespace = "eg"
  stage     = "test"
  name      = "App Server"
  tags      = { CostCenter = "12" }
}

resource "aws_db_instance" "app" {
  identifier = module.v24.id
  engine     = "postgres"
  tags       = module.v16.tags
}
