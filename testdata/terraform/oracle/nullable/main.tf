# nullable = false and null arguments, through two modules.
variable "name" {
  type    = string
  default = null
}

variable "count_of" {
  type     = number
  default  = 2
  nullable = false
}

module "outer" {
  source = "./outer"
  name   = var.name
  size   = null
  list   = null
  object = null
  number = var.count_of
}

module "given" {
  source = "./outer"
  name   = "given"
  size   = "large"
  list   = ["x"]
  object = { b = null }
  number = null
}

resource "terraform_data" "read" {
  input = [module.outer.all, module.given.all, var.name == null, coalesce(var.name, "unnamed")]
}
