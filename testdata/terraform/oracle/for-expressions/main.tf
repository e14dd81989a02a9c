# for in all its forms: objects, groups, conditions, nesting, splats and legacy splats.
variable "names" {
  type    = set(string)
  default = ["cid", "ann"]
}

locals {
  people = [
    { name = "ann", team = "red", age = 31, tags = ["x", "y"] },
    { name = "bob", team = "blue", age = 17, tags = [] },
    { name = "cid", team = "red", age = 64, tags = ["z"] },
  ]
  by_team   = { for p in local.people : p.team => p.name... }
  ages      = { for p in local.people : p.name => p.age if p.age >= 18 }
  indexed   = { for i, p in local.people : i => "${p.name}@${i}" }
  swapped   = { for k, v in local.ages : v => k }
  matrix    = [for a in ["x", "y"] : [for b in [1, 2] : "${a}${b}" if !(a == "x" && b == 2)]]
  from_set  = [for k, v in toset(["b", "a"]) : "${k}${v}"]
  keyed     = { for k, v in setunion(["y"], ["x"]) : k => v }
  unset     = [for k, v in tolist(toset(["b", "a"])) : "${k}${v}"]
  given     = { for k, v in var.names : k => upper(v) }
  ordered   = [for k, v in sort(var.names) : k]
  from_map  = [for k, v in { z = 1, y = 2 } : "${k}=${v}"]
  upper     = { for k, v in { a = "x" } : upper(k) => v == "x" ? [v] : [] }
  nothing   = [for x in [] : x]
  of_object = { for k, v in local.people[0] : k => v if can(tonumber(v)) }
  splat     = local.people[*].tags[*]
  legacy    = local.people.*.name
  on_single = local.people[0][*].name
  on_null   = null[*]
  grouped   = { for t, names in local.by_team : t => { size = length(names), first = names[0] } }
}

resource "terraform_data" "all" {
  input = {
    by_team   = local.by_team
    ages      = local.ages
    indexed   = local.indexed
    swapped   = local.swapped
    matrix    = local.matrix
    from_set  = local.from_set
    keyed     = local.keyed
    unset     = local.unset
    given     = local.given
    ordered   = local.ordered
    from_map  = local.from_map
    upper     = local.upper
    nothing   = local.nothing
    of_object = local.of_object
    splat     = local.splat
    legacy    = local.legacy
    on_single = local.on_single
    on_null   = local.on_null
    grouped   = local.grouped
  }
}

resource "terraform_data" "texts" {
  input = <<-EOT
    %{for p in local.people~}
    ${p.name}%{if p.age < 18} (young)%{else} (${p.age})%{endif}
      %{for t in p.tags~}
      - ${t}
      %{endfor~}
    %{endfor~}
    done
    %%{literal} $${literal}
  EOT
}
