# Both branches of a conditional have one type.
variable "given" {
  type    = string
  default = "g"
}

variable "numbers" {
  type    = list(number)
  default = [1, 2]
}

variable "words" {
  type    = list(string)
  default = []
}

variable "tags" {
  type    = map(string)
  default = {}
}

locals {
  yes   = length(var.numbers) == 2
  texts = ["a", "b"]
  named = { a = "x" }
  flag  = tobool("true")
}

resource "terraform_data" "branches" {
  input = {
    same_length  = jsonencode(local.flag ? [1] : ["a"])
    longer       = jsonencode(local.flag ? [1, 2] : ["a"])
    mixed        = jsonencode(local.flag ? [1, true] : ["a"])
    position     = jsonencode(local.flag ? [1, 2] : ["a", 3])
    nothing      = jsonencode(local.flag ? [1, "a"] : [])
    numbers      = jsonencode(local.flag ? [1] : [])
    empty        = jsonencode(local.flag ? [] : ["a"])
    null_beside  = jsonencode(local.flag ? [1] : [null])
    null         = jsonencode(local.flag ? [1] : null)
    nested       = jsonencode(local.flag ? [[1], [2]] : [["a"]])
    object       = jsonencode(local.flag ? { a = 1 } : { a = "x" })
    other_key    = jsonencode(local.flag ? { a = 1 } : { b = "x" })
    more_keys    = jsonencode(local.flag ? { a = 1, b = true } : { a = "x" })
    no_keys      = jsonencode(local.flag ? { a = 1, b = "x" } : {})
    only_numbers = jsonencode(local.flag ? { a = 1 } : {})
    deep         = jsonencode(local.flag ? { a = { b = [1] } } : { a = { b = ["x"] } })
    objects      = jsonencode(local.flag ? [{ a = 1 }] : [{ a = "x" }, { a = "y" }])
    by_local     = jsonencode(local.flag ? [1, 2, 3] : local.texts)
    by_named     = jsonencode(local.flag ? { b = 2 } : local.named)
    by_variable  = jsonencode(local.flag ? [1] : [var.given])
    typed        = jsonencode(local.flag ? var.numbers : ["a"])
    typed_beside = jsonencode(local.flag ? [1] : tolist(["a"]))
    mapped       = jsonencode(local.flag ? { a = 1 } : tomap({ b = "x" }))
    typed_list   = jsonencode(local.flag ? [1] : var.words)
    typed_map    = jsonencode(local.flag ? { a = 1 } : var.tags)
    made_text    = jsonencode(local.flag ? 1 : lower("A"))
    other_branch = jsonencode(local.flag ? ["a"] : [1])
    not_taken    = jsonencode(!local.flag ? ["a"] : [1])
    number       = jsonencode(local.flag ? 1 : "a")
    decided      = jsonencode(local.yes ? 1 : "a")
    in_template  = jsonencode(local.flag ? 1 : "${var.given}")
    chained      = jsonencode(local.flag ? 1 : local.yes ? "a" : "b")
    compared     = (local.flag ? [1] : ["a"])[0] == "1"
  }
}
