# Ephemeral variables and outputs, and attributes that are only written.
variable "token" {
  type      = string
  default   = "t0ken"
  ephemeral = true
}

variable "plain" {
  default = "plain"
}

module "login" {
  source = "./login"
  token  = var.token
}

provider "aws" {
  region = "eu-west-1"
  token  = module.login.header
}

resource "aws_db_instance" "this" {
  password_wo         = module.login.header
  password_wo_version = length(var.plain)
  name                = var.plain
}

resource "aws_secretsmanager_secret_version" "this" {
  secret_string_wo         = jsonencode({ token = var.token })
  secret_string_wo_version = 1
  count                    = length(var.plain) > 3 ? 2 : 0
}
