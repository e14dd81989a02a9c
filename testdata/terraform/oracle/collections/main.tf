# The functions of collections, as roots chain them.
variable "items" {
  default = [
    { name = "c", group = "x", weight = 3, on = true },
    { name = "a", group = "y", weight = 1, on = false },
    { name = "b", group = "x", weight = 2, on = true },
  ]
}

locals {
  groups  = distinct(var.items[*].group)
  by_name = { for i in var.items : i.name => i }
  sorted  = [for n in sort(keys(local.by_name)) : local.by_name[n]]
  heavy   = [for i in var.items : i if i.weight == max(var.items[*].weight...)][0]
  ranked  = [for s in sort([for i in var.items : format("%03d:%s", i.weight, i.name)]) : split(":", s)[1]]
  counts  = { for g in local.groups : g => length([for i in var.items : i if i.group == g]) }
  inverse = { for k, v in { for i in var.items : i.name => i.group } : v => k... }
}

resource "aws_ssm_parameter" "each" {
  for_each = local.by_name
  name     = each.key
  value    = jsonencode(each.value)
  rank     = index(local.ranked, each.key)
  peers    = setsubtract(local.inverse[each.value.group], [each.key])
}

resource "terraform_data" "all" {
  input = {
    sorted    = local.sorted
    heavy     = local.heavy
    ranked    = local.ranked
    counts    = local.counts
    inverse   = local.inverse
    on        = [for i in var.items : i.name if i.on]
    all       = [alltrue(var.items[*].on), anytrue([for i in var.items : i.on]), alltrue([for i in var.items : i.weight > 0])]
    sums      = [sum(var.items[*].weight), sum([for i in var.items : i.weight if i.on])]
    zipped    = zipmap(var.items[*].name, var.items[*].weight)
    matched   = matchkeys(var.items[*].name, var.items[*].group, ["x"])
    transpose = transpose({ a = ["1", "2"], b = ["2"] })
    chunks    = chunklist(var.items[*].name, 2)
    reversed  = reverse(local.sorted)[0].name
    sliced    = slice(local.ranked, 1, length(local.ranked))
    last      = local.ranked[length(local.ranked) - 1]
    wrapped   = [for i in range(5) : element(local.ranked, i)]
    flattened = flatten([for g, ns in local.inverse : [for n in ns : "${g}.${n}"]])
    keys      = [for k, v in local.by_name : k]
    values    = values({ b = 1, a = 2 })
    tuples    = [for k, v in { z = 1, y = 2 } : [k, v]]
    index     = { for i, n in local.ranked : n => i }
    set_ops   = [setunion(["a"], ["b", "a"]), setintersection(["a", "b"], ["b", "c"]), setsubtract(["a", "b"], ["a"])]
    nested    = { for g in local.groups : g => { for i in var.items : i.name => i.weight if i.group == g } }
    merged    = merge([for i in var.items : { (i.name) = i.weight }]...)
    lengths   = [for l in [[], [1], [1, 2]] : length(l)]
    one       = one([for i in var.items : i.name if i.weight == 2])
    product   = [for p in setproduct(local.groups, [1, 2]) : join("", p)]
    default   = lookup(local.counts, "z", 0)
  }
}
