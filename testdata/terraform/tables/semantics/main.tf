provider "aws" {}
variable "create" { default = true }
variable "env" { default = "dev" }
variable "n" { default = 2 }
variable "azs" { default = ["a", "b"] }
variable "multi_az" { default = false }
variable "subnet" { default = null }
variable "name" { default = "" }
variable "sizes" { default = { dev = "t3.micro", prod = "m5.large" } }
variable "services" { default = { web = { public = true }, db = { public = false } } }
variable "settings" { default = {} }
variable "nodefault" {}
locals {
  sizes  = { dev = "t3.micro", prod = "m5.large" }
  same   = { dev = "x", prod = "x" }
  is_prod = var.env == "prod"
  nets   = var.create ? { a = "10.0.0.0/24", b = "10.0.1.0/24" } : {}
  cfg    = { dev = { multi = true, size = 1 }, prod = { multi = true, size = 3 } }
}
resource "aws_subnet" "a" {}
resource "aws_subnet" "b" {}
resource "aws_t" "value" { #= aws_t.value
  v01_plain         = var.multi_az #= false <default>
  v02_not           = !var.multi_az #= true <default>
  v03_eq            = var.env == "prod" #= ? <default>
  v04_local_eq      = local.is_prod #= ? <default>
  v05_cond          = var.create ? "x" : "y" #= ?
  v06_cond_same     = var.create ? "x" : "x" #= "x"
  v07_cond_num      = var.create ? 3 : 1 #= ?
  v08_cond_refs     = var.create ? aws_subnet.a.id : aws_subnet.b.id #= ? <aws_subnet.a.id?, aws_subnet.b.id?>
  v09_cond_lists    = var.create ? [aws_subnet.a.id] : [aws_subnet.a.id, aws_subnet.b.id] #= ?1..2 <aws_subnet.a.id, aws_subnet.b.id?>
  v10_index_lit     = var.sizes["dev"] #= "t3.micro" <default>
  v11_index_default = local.sizes[var.env] #= ?
  v12_lookup        = lookup(local.sizes, var.env, "z") #= ?
  v13_lookup_lit    = lookup(var.sizes, "dev", "z") #= "t3.micro" <default>
  v14_lookup_miss   = lookup(var.settings, "foo", "z") #= ?
  v15_same          = local.same[var.env] #= "x"
  v16_cfg           = local.cfg[var.env].multi #= true
  v17_for_if        = [for x in ["p", "q"] : x if var.create] #= ?0..2
  v18_for_if_elem   = [for k, s in var.services : k if s.public] #= ?0..2 <default>
  v19_for           = [for x in var.azs : upper(x)] #= ["A" <default>, "B" <default>] <default>
  v20_len           = length(var.azs) #= 2 <default>
  v21_try_miss      = try(var.settings.foo, "z") #= ?
  v22_try_ok        = try(var.sizes.dev, "z") #= "t3.micro" <default>
  v23_coalesce_null = coalesce(var.subnet, aws_subnet.a.id) #= ? <aws_subnet.a.id?>
  v24_coalesce_set  = coalesce(var.env, "z") #= "dev" <default>
  v25_coalesce_emp  = coalesce(var.name, "z") #= ?
  v26_contains      = contains(var.azs, "a") #= ? <default>
  v27_and           = var.create && var.multi_az #= false <default>
  v28_and_known     = var.env == "prod" && false #= false
  v29_tmpl_if       = "%{ if var.create }x%{ else }y%{ endif }" #= ?
  v30_splat_null    = var.subnet[*] #= ? <default>
  v31_known_cond    = true ? aws_subnet.a.id : aws_subnet.b.id #= ? <aws_subnet.a.id>
  v32_interp        = "p-${var.env}" #= "p-dev" <default>
  v33_min           = max(var.n, 1) #= 2 <default>
  v34_elem          = element(var.azs, 0) #= "a" <default>
  v35_elem_default  = element(["p", "q"], var.n) #= ?
  v36_unknown_cond  = var.nodefault ? "x" : "y" #= ?
  v37_null          = var.subnet #= null <default>
}
resource "aws_t" "count_n" { #= aws_t.count_n[0] aws_t.count_n[1]
  count = var.n
}
resource "aws_t" "count_len" { #= aws_t.count_len[0] aws_t.count_len[1]
  count = length(var.azs)
}
resource "aws_t" "count_if" { #= aws_t.count_if[0]?
  count = var.create ? 1 : 0
}
resource "aws_t" "count_if_n" { #= aws_t.count_if_n[0]? aws_t.count_if_n[1]?
  count = var.create ? var.n : 0
}
resource "aws_t" "count_eq" { #= aws_t.count_eq[0] aws_t.count_eq[1]?
  count = var.env == "prod" ? 2 : 1
}
resource "aws_t" "count_lenif" { #= aws_t.count_lenif[0]?
  count = length(var.azs) > 1 ? 1 : 0
}
resource "aws_t" "count_unknown" { #= aws_t.count_unknown[*]?
  count = var.nodefault
}
resource "aws_t" "each_set" { #= aws_t.each_set["a"] aws_t.each_set["b"]
  for_each = toset(var.azs)
  k        = each.key #= "a" | "b"
  cond     = each.key == "a" ? "first" : "other" #= "first" | "other"
}
resource "aws_t" "each_map" { #= aws_t.each_map["db"] aws_t.each_map["web"]
  for_each = var.services
  pub      = each.value.public #= false <default> | true <default>
  cond     = each.value.public ? 1 : 2 #= ? | ?
}
resource "aws_t" "each_if" { #= aws_t.each_if["a"]? aws_t.each_if["b"]?
  for_each = local.nets
  cidr     = each.value #= "10.0.0.0/24" | "10.0.1.0/24"
}
resource "aws_t" "each_for_if" { #= aws_t.each_for_if[*]?
  for_each = { for k, s in var.services : k => s if s.public }
}
resource "aws_t" "dyn" { #= aws_t.dyn
  dynamic "log" {
    for_each = var.create ? [1] : []
    content { on = true }
  }
  dynamic "az" {
    for_each = var.azs
    content { name = az.value }
  }
}
module "m" {
  source = "./mod"
  create = var.create
}
module "off" {
  source = "./mod"
  count  = var.multi_az ? 1 : 0
  create = true
}
resource "aws_t" "uses" { #= aws_t.uses
  from_if   = aws_t.count_if[0].id #= ? <aws_t.count_if[0].id>
  splat_if  = aws_t.count_if[*].id #= ?0..1 <aws_t.count_if[0].id?>
  try_if    = try(aws_t.count_if[0].id, aws_subnet.b.id) #= ? <aws_subnet.b.id?, aws_t.count_if[0].id?>
  one_if    = one(aws_t.count_if[*].id) #= ? <aws_t.count_if[0].id?>
  concat_if = element(concat(aws_t.count_if[*].id, [""]), 0) #= ? <aws_t.count_if[0].id?>
  n         = aws_t.count_n[*].id #= [? <aws_t.count_n[0].id>, ? <aws_t.count_n[1].id>]
  joined    = split(",", join(",", aws_t.count_n[*].id)) #= [? <aws_t.count_n[0].id>, ? <aws_t.count_n[1].id>]
  m         = module.m.id #= ? <module.m.aws_t.this[0].id?>
  off       = module.off[0].id #= ? <module.off[0].aws_t.this[0].id>
}
