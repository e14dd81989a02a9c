# Sensitive values keep their values; what is made of them does too.
variable "password" {
  type      = string
  default   = "s3cret"
  sensitive = true
}

variable "settings" {
  type      = map(string)
  default   = { user = "admin", port = "5432" }
  sensitive = true
}

locals {
  port   = nonsensitive(var.settings["port"])
  marked = sensitive({ a = [1, 2] })
  keys   = nonsensitive(toset(keys(var.settings)))
}

module "db" {
  source   = "./db"
  password = var.password
}

resource "aws_db_instance" "this" {
  password = var.password
  port     = var.settings.port
  url      = "postgres://${var.settings.user}:${var.password}@host:${local.port}"
  length   = length(var.password)
  long     = length(var.password) > 3 ? "long" : "short"
  list     = local.marked.a
  encoded  = base64encode(var.password)
  tags     = { hash = sha1(var.password) }
}

resource "aws_ssm_parameter" "each" {
  for_each = local.keys
  name     = each.key
  value    = var.settings[each.key]
}

resource "terraform_data" "read" {
  count = nonsensitive(length(var.password)) > 3 ? 2 : 0
  input = [module.db.url, nonsensitive(local.marked), [for k, v in nonsensitive(var.settings) : "${k}=${v}"]]
}
