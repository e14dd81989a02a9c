# The elements of a set are their own keys.

locals {
  set = toset(["b", "a"])
}

resource "aws_t" "sets" {
  keys    = { for k, v in local.set : k => v } #= {a = "a", b = "b"}
  list    = [for k, v in tolist(local.set) : k] #= [0, 1]
  pairs   = [for k, v in local.set : "${k}${v}"] #= ["aa", "bb"]
  unknown = { for k, v in toset([aws_subnet.two[0].id]) : "x" => k } #= {x = ? <aws_subnet.two[0].id>}
  equal   = local.set == toset(["a", "b"]) #= true
  first   = tolist(local.set)[0] #= "a"
  again   = [for v in [for v in local.set : v] : v] #= ["a", "b"]
  dynamic "by_set" { #= [{key = "a"}, {key = "b"}]
    for_each = local.set
    content {
      key = by_set.key
    }
  }
  dynamic "by_list" { #= [{key = 0}]
    for_each = ["x"]
    content {
      key = by_list.key
    }
  }
  dynamic "by_tolist" { #= [{key = 0}, {key = 1}]
    for_each = tolist(local.set)
    content {
      key = by_tolist.key
    }
  }
}
