# try, can, coalesce, lookup and conditions on what may be missing.
variable "flag" {
  type    = bool
  default = false
}

locals {
  config = {
    web = { port = 80, extra = { a = 1 } }
    db  = { port = "5432" }
    off = null
  }
  missing = { for k, v in local.config : k => try(v.extra.a, v.port, "nothing") }
  ports   = { for k, v in local.config : k => can(v.port) ? tonumber(v.port) : -1 }
}

resource "aws_instance" "zero" {
  count         = 0
  instance_type = "t3.nano"
}

resource "terraform_data" "all" {
  input = {
    missing    = local.missing
    ports      = local.ports
    third      = try(local.config.nope, local.config["nope"], "third")
    index      = try([1, 2][5], "out of range")
    convert    = try(tonumber("x"), tonumber("7"))
    nested     = try(try(local.config.web.none, null).x, "inner")
    from_zero  = try(aws_instance.zero[0].instance_type, "none")
    splat      = one(aws_instance.zero[*].instance_type)
    can_zero   = can(aws_instance.zero[0])
    can_yes    = can(local.config.web.extra.a)
    can_regex  = can(regex("^[a-z]+$", "abc1"))
    coalesced  = coalesce(null, "", local.config.db.port)
    list       = coalescelist([], null == null ? ["x"] : [])
    lookups    = [lookup(local.config.web, "port", 1), lookup(local.config.web, "nope", 1), lookup({ a = "b" }, "a", "c")]
    short      = [true || var.flag, !var.flag && false, var.flag ? "a" : "b"]
    equal      = [1 == "1", [1] == [1], { a = 1 } == { a = 1 }, null == "", "" == null]
    conditions = true ? "yes" : local.config.nope
    types      = [true ? 1 : "a", false ? "1" : 2, true ? ["a"] : [], false ? { a = 1 } : { b = 2 }]
    arithmetic = [7 / 2, 7 % 3, -7 % 3, 1 / 3, 0.1 + 0.2, 10 * 1.5, -(3 - 5), 2 > 1 && !(3 <= 2)]
  }
}
