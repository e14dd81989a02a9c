# What came with later versions: sensitive values, templates in texts, removed blocks, core:: names, nullable, any.
variable "secret" {
  type      = string
  default   = "hush"
  sensitive = true
}

variable "loose" {
  type    = any
  default = { list = [1, "a"], object = { deep = { deeper = [true, null] } } }
}

variable "mixed" {
  type = map(object({
    kind  = string
    ports = optional(set(number), [80])
    rules = optional(list(object({
      from = number
      to   = optional(number)
      who  = optional(list(string), ["all"])
    })), [{ from = 1 }])
  }))
  default = {
    a = { kind = "x" }
    b = { kind = "y", ports = ["443", 80, 443], rules = [{ from = "2", to = 3 }, { from = 4, who = [] }] }
  }
}

locals {
  template = "$${upper(name)} has %%{for p in ports}$${p};%%{endfor}"
  rendered = { for k, v in var.mixed : k => templatestring(local.template, { name = k, ports = v.ports }) }
  rules = merge([for k, v in var.mixed : {
    for i, r in v.rules : "${k}-${i}" => { from = r.from, to = coalesce(r.to, r.from), who = r.who }
  }]...)
  lookup = { for k in ["a", "b", "c"] : k => try(var.mixed[k].rules[1].from, lookup(var.mixed, k, null) == null ? "no ${k}" : "one rule") }
}

removed {
  from = aws_instance.gone

  lifecycle {
    destroy = false
  }
}

resource "aws_security_group_rule" "each" {
  for_each = local.rules
  type     = can(regex("^a-", each.key)) ? "ingress" : "egress"
  from     = each.value.from
  to       = each.value.to
  who      = length(each.value.who) > 0 ? each.value.who : null
}

resource "aws_secretsmanager_secret" "s" {
  name        = "n-${nonsensitive(sha256(var.secret))}"
  description = nonsensitive("${var.secret}!")
}

resource "terraform_data" "all" {
  input = {
    core     = core::upper("core")
    rendered = local.rendered
    lookup   = local.lookup
    loose    = [var.loose.list[1], var.loose.object.deep.deeper[0], try(var.loose.none, "none"), keys(var.loose)]
    ports    = { for k, v in var.mixed : k => [for p in v.ports : p * 2] }
    sum      = sum(flatten([for v in var.mixed : [for p in v.ports : p]]))
    products = [for p in setproduct(keys(var.mixed), [1, 2]) : "${p[0]}${p[1]}"]
    grouped  = { for k, r in local.rules : split("-", k)[0] => r.from... }
    chunks   = [for c in chunklist(range(5), 2) : sum(c)]
    cidrs    = zipmap(["x", "y"], cidrsubnets("10.0.0.0/16", 4, 8))
    yaml     = yamldecode(yamlencode({ b = [1, { c = "d" }], a = null }))
    csv      = { for r in csvdecode("k,v\na,1\nb,2") : r.k => tonumber(r.v) }
    time     = [formatdate("YYYY", "2024-05-06T07:08:09Z"), timeadd("2024-12-31T23:00:00Z", "2h"), timecmp("2024-01-01T00:00:00Z", "2025-01-01T00:00:00Z")]
    path     = [basename("a/b.txt"), dirname("a/b.txt"), pathexpand("x")]
    index    = index(["a", "b"], "b") + length({ for x in [1] : x => x })
    transp   = transpose({ a = ["x"], b = ["x", "y"] })
    regex    = regex("(?P<a>[a-z]+)-(?P<n>[0-9]+)", "abc-12")
    alltrue  = [alltrue([for v in var.mixed : v.kind != ""]), anytrue([for v in var.mixed : v.kind == "z"])]
  }
}
