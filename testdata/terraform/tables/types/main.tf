# Constraints of variables convert what they are given, element by element.

provider "aws" {}

module "typed" {
  source = "./typed"
  text   = 12
  number = "3"
  flag   = "true"
  set    = ["b", "a", "b", aws_t.made.id]
  map    = { a = 1, b = aws_t.made.id }
  object = {
    name = "x"
    deep = [{ port = "80" }]
    more = "dropped"
  }
  null_ok  = null
  null_not = null
  wrong    = "many"
}

resource "aws_t" "made" {
  text     = module.typed.all.text #= "12"
  number   = module.typed.all.number #= 3
  flag     = module.typed.all.flag #= true
  set      = module.typed.all.set #= ["a", "b", ? <aws_t.made.id>]
  map      = module.typed.all.map #= {a = "1", b = ? <aws_t.made.id>}
  object   = module.typed.all.object #= {deep = [{port = 80, proto = "tcp"}], name = "x", none = null, size = 7}
  null_ok  = module.typed.all.null_ok #= null
  null_not = module.typed.all.null_not #= "used"
  unset    = module.typed.all.unset #= ["d"]
  wrong    = module.typed.all.wrong #= ?
  legacy   = module.typed.all.legacy #= {a = 1}
}

variable "unset" {
  type = object({ name = string, size = optional(number, 3) })
}

variable "given" {
  type    = object({ name = string, size = optional(number, 3), tags = optional(map(string)) })
  default = { name = "n" }
}

resource "aws_t" "root" {
  unset_name = var.unset.name #= ?
  given      = var.given #= {name = "n", size = 3, tags = null} <default>
  size       = var.given.size #= 3 <default>
  test       = var.given.size == 3 #= ? <default>
}
