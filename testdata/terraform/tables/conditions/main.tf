# What may not be there is read in the ways that published modules do. Who is there under the same condition reads what is
# there; who is not may read either.
variable "create" {
  type = bool
}

variable "other" {
  type = bool
}

variable "n" {
  type = number
}

resource "aws_sg" "a" {
  count = var.create ? 1 : 0
}

resource "aws_sg" "not" {
  count = var.create ? 0 : 1
}

resource "aws_sg" "b" {
  count = var.other ? 1 : 0
}

resource "aws_sg" "many" {
  count = var.create ? 3 : 0
}

resource "aws_sg" "keyed" {
  for_each = var.create ? toset(["x", "y"]) : toset([])
}

locals {
  tried   = try(aws_sg.a[0].id, "")
  either  = element(concat(aws_sg.a[*].id, aws_sg.not[*].id, [""]), 0)
  chain   = coalesce(one(aws_sg.a[*].id), one(aws_sg.b[*].id), "none")
  joined  = join("", aws_sg.a.*.id)
  ternary = length(aws_sg.a) > 0 ? aws_sg.a[0].id : ""
  none    = length(aws_sg.a.*.id) == 0 ? "" : aws_sg.a[0].id
  fewer   = 1 > length(aws_sg.a) ? "" : aws_sg.a[0].id
  first   = element(concat(aws_sg.many[*].id, [""]), 0)
  ids     = compact([try(aws_sg.a[0].id, ""), local.tried])
}

resource "aws_x" "same" { #= aws_x.same[0]?
  count = var.create ? 1 : 0

  try     = try(aws_sg.a[0].id, "")                                    #= ? <aws_sg.a[0].id>
  one     = one(aws_sg.a[*].id)                                        #= ? <aws_sg.a[0].id>
  join    = join("", aws_sg.a[*].id)                                   #= ? <aws_sg.a[0].id>
  element = element(concat(aws_sg.a[*].id, [""]), 0)                   #= ? <aws_sg.a[0].id>
  old     = element(concat(aws_sg.a.*.id, list("")), 0)                #= ? <aws_sg.a[0].id>
  length  = length(aws_sg.a) > 0 ? aws_sg.a[0].id : ""                 #= ? <aws_sg.a[0].id>
  flat    = flatten([aws_sg.a[*].id, [try(aws_sg.not[0].id, "none")]]) #= [? <aws_sg.a[0].id>, "none"]
  tried   = local.tried                                                #= ? <aws_sg.a[0].id>
  either  = local.either                                               #= ? <aws_sg.a[0].id>
  chain   = local.chain                                                #= ? <aws_sg.a[0].id>
  joined  = local.joined                                               #= ? <aws_sg.a[0].id>
  ternary = local.ternary                                              #= ? <aws_sg.a[0].id>
  none    = local.none                                                 #= ? <aws_sg.a[0].id>
  fewer   = local.fewer                                                #= ? <aws_sg.a[0].id>
  first   = local.first                                                #= ? <aws_sg.many[0].id>
  ids     = local.ids                                                  #= [? <aws_sg.a[0].id>, ? <aws_sg.a[0].id>]
  many    = aws_sg.many[*].id                                          #= [? <aws_sg.many[0].id>, ? <aws_sg.many[1].id>, ? <aws_sg.many[2].id>]
  second  = try(aws_sg.many[1].id, "")                                 #= ? <aws_sg.many[1].id>
  keyed   = try(aws_sg.keyed["x"].id, "")                              #= ? <aws_sg.keyed["x"].id>
  values  = values(aws_sg.keyed)[*].id                                 #= [? <aws_sg.keyed["x"].id>, ? <aws_sg.keyed["y"].id>]
  list    = [try(aws_sg.a[0].id, "")]                                  #= [? <aws_sg.a[0].id>]
  gone    = try(aws_sg.not[0].id, "none")                              #= "none"
  open    = try(aws_sg.b[0].id, "")                                    #= ? <aws_sg.b[0].id?>
  both    = try(aws_sg.b[0].id, aws_sg.a[0].id, "")                    #= ? <aws_sg.a[0].id?, aws_sg.b[0].id?>
  some    = element(aws_sg.many[*].id, var.n)                          #= ? <aws_sg.many[0].id?, aws_sg.many[1].id?, aws_sg.many[2].id?>
}

resource "aws_x" "other" {
  count = var.other ? 1 : 0

  try    = try(aws_sg.a[0].id, "") #= ? <aws_sg.a[0].id?>
  either = local.either            #= ? <aws_sg.a[0].id?, aws_sg.not[0].id?>
  chain  = local.chain             #= ? <aws_sg.a[0].id?, aws_sg.b[0].id?>
}

resource "aws_x" "always" {
  try   = try(aws_sg.a[0].id, "")       #= ? <aws_sg.a[0].id?>
  one   = one(aws_sg.a[*].id)           #= ? <aws_sg.a[0].id?>
  first = local.first                   #= ? <aws_sg.many[0].id?>
  ids   = local.ids                     #= ?0..2 <aws_sg.a[0].id?>
  many  = aws_sg.many[*].id             #= ?0..3 <aws_sg.many[0].id?, aws_sg.many[1].id?, aws_sg.many[2].id?>
  third = element(aws_sg.many[*].id, 2) #= ? <aws_sg.many[2].id>
}
