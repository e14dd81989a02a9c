# More of the same table: tests, paths after undecided choices, what others see.

locals {
  chosen = local.cfg[var.env]
  branch = var.create ? local.cfg.dev : local.cfg.prod
  maybe  = var.create ? [aws_subnet.a.id, aws_subnet.b.id] : []
  keyed  = { (var.env) = "x", fixed = "y" }
}

resource "aws_t" "tests" {
  startswith = startswith(var.env, "d") #= ? <default>
  endswith   = endswith("dev", var.env) #= ? <default>
  alltrue    = alltrue([for s in var.services : s.public]) #= ? <default>
  anytrue    = anytrue([true, var.create]) #= ? <default>
  can        = can(var.settings.foo) #= ?
  can_known  = can(local.sizes.dev) #= true
  cannot     = can(local.sizes.none) #= false
  less       = var.n < 3 #= ? <default>
  null       = var.subnet == null #= ? <default>
  logic      = var.create || aws_subnet.a.id == "x" #= true <default>
  unknown    = var.nodefault && false #= false
  deep       = { a = var.env } == { a = "dev" } #= ? <default>
  negated    = !(var.env == "prod") #= ? <default>
  arithmetic = var.n * 2 + 1 #= 5 <default>
}

resource "aws_t" "paths" {
  local       = local.chosen.multi #= true
  differs     = local.chosen.size #= ?
  branch      = local.branch.multi #= true
  inline      = (var.create ? local.cfg.dev : local.cfg.prod).multi #= true
  lookup      = lookup(local.cfg, var.env).multi #= true
  element     = element([{ a = 1 }, { a = 1 }], var.n).a #= 1
  length      = length(local.maybe) #= ? <aws_subnet.a.id?, aws_subnet.b.id?>
  first       = local.maybe[0] #= ? <aws_subnet.a.id>
  for         = [for s in local.maybe : s] #= ?0..2 <aws_subnet.a.id?, aws_subnet.b.id?>
  default_key = local.keyed["fixed"] #= "y" <default>
  var_missing = var.settings.foo #= ? <default>
  workspace   = local.sizes[terraform.workspace] #= ?
  given_index = [aws_subnet.a.id, aws_subnet.b.id][var.nodefault] #= ? <aws_subnet.a.id?, aws_subnet.b.id?>
  coalesce    = coalesce(null, "", aws_subnet.a.id) #= ? <aws_subnet.a.id>
  or_else     = coalesce(aws_subnet.a.name, "z") #= ? <aws_subnet.a.name?>
  try_chain   = try(local.sizes.none, local.sizes.nor, "last") #= "last"
  try_ref     = try(aws_subnet.a.id, "z") #= ? <aws_subnet.a.id>
  set         = toset([var.env, "x"]) #= ["dev" <default>, "x"]
  merge       = merge({ a = 1 }, var.create ? { b = 2 } : {}).a #= 1
}

resource "aws_t" "others" {
  null    = aws_t.value.v37_null #= ? <aws_t.value.v37_null>
  written = aws_t.value.v01_plain #= false <aws_t.value.v01_plain, default>
  unset   = aws_t.value.nothing #= ? <aws_t.value.nothing>
  object  = aws_t.value.nothing.deep[0].er #= ? <aws_t.value.nothing>
  through = [aws_t.others2.a] #= [? <aws_subnet.a.id, aws_t.others2.a>]
}

resource "aws_t" "others2" {
  a = aws_subnet.a.id
}

resource "aws_t" "many" {
  count = 20
}

resource "aws_t" "compressed" {
  all = join(",", aws_t.many[*].id) #= ? <"…,…,…,…,…,…,…,…,…,…,…,…,…,…,…,…,…,…,…,…", aws_t.many[*].id>
}

resource "aws_t" "two_or_three" { #= aws_t.two_or_three[0] aws_t.two_or_three[1] aws_t.two_or_three[2]?
  count = var.env == "prod" ? 3 : 2
}

resource "aws_t" "of_two_or_three" {
  ids    = aws_t.two_or_three[*].id #= ?2..3 <aws_t.two_or_three[0].id, aws_t.two_or_three[1].id, aws_t.two_or_three[2].id?>
  number = length(aws_t.two_or_three) #= ? <aws_t.two_or_three[0], aws_t.two_or_three[1], aws_t.two_or_three[2]?>
  third  = aws_t.two_or_three[2].id #= ? <aws_t.two_or_three[2].id>
  sure   = aws_t.two_or_three[1].id #= ? <aws_t.two_or_three[1].id>
  tried  = try(aws_t.two_or_three[2].id, "none") #= ? <aws_t.two_or_three[2].id?>
}

resource "aws_t" "optional" {
  only_dev  = { dev = { size = 1 }, prod = {} }[var.env].size #= 1
  tried     = try({ dev = { size = 1 }, prod = {} }[var.env].size, 1) #= 1
  tried_two = try({ dev = { size = 1 }, prod = {}, qa = { size = 1 } }[var.env].size, 2) #= ?
  can       = can({ dev = { size = 1 }, prod = {} }[var.env].size) #= ?
  none      = try({ dev = {}, prod = {} }[var.env].size, "none") #= "none"
  tried_any = try([var.nodefault.x], []) #= ?0..1
  tried_own = try({ size = 1, tags = { env = var.env } }.stickiness, "none") #= "none"
  tried_out = try([{ size = var.n }][1].size, "none") #= "none"
  tried_mix = try(merge({ size = 1 }, var.settings).stickiness, "none") #= ?
  tried_ref = try([aws_subnet.a.arn], []) #= [? <aws_subnet.a.arn>]
}

resource "aws_t" "blocks" {
  dynamic "log" { #= ?0..1 <aws_subnet.a.id?>
    for_each = var.create ? [1] : []
    content {
      bucket = aws_subnet.a.id
    }
  }
  dynamic "az" { #= [{name = "a" <default>}, {name = "b" <default>}]
    for_each = var.azs
    content { name = az.value }
  }
  dynamic "either" { #= ?1..2
    for_each = var.create ? { a = 1, b = 2 } : { a = 1 }
    content { key = either.key }
  }
}

# Whichever it is, there may be any number of them.
resource "aws_t" "any" { #= aws_t.any[*]?
  for_each = var.create ? var.nodefault : aws_subnet.a.tags
  size     = each.value #= ? <aws_subnet.a.tags?>
}
