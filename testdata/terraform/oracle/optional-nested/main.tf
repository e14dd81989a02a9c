# optional() within optional(), in maps, lists and sets of objects: what is null takes the default, what is absent too.
variable "apps" {
  type = map(object({
    image = string
    scaling = optional(object({
      min = optional(number, 1)
      max = optional(number, 3)
      policies = optional(map(object({
        target   = optional(number, 60)
        cooldown = optional(object({ in = optional(number, 300), out = optional(number) }), {})
      })), { cpu = {} })
    }), { max = 5 })
    env     = optional(map(string), {})
    volumes = optional(set(object({ name = string, size = optional(number, 10) })), [{ name = "tmp" }])
    either  = optional(tuple([string, number]), ["x", 1])
  }))
  default = {
    plain  = { image = "a" }
    nulls  = { image = "b", scaling = null, env = null, volumes = null }
    some   = { image = "c", scaling = { min = "2" }, env = { A = 1, B = true } }
    deeper = { image = "d", scaling = { policies = { mem = { cooldown = { in = 1 } }, req = { target = null, cooldown = null } } }, volumes = [{ name = "v", size = "20" }, { name = "v", size = 20 }] }
  }
}

resource "aws_appautoscaling_target" "each" {
  for_each     = var.apps
  resource_id  = each.value.image
  min_capacity = each.value.scaling.min
  max_capacity = each.value.scaling.max
  tags         = each.value.env
  either       = each.value.either
  volumes      = [for v in each.value.volumes : "${v.name}:${v.size}"]
}

resource "aws_appautoscaling_policy" "each" {
  for_each = merge([for app, a in var.apps : { for name, p in a.scaling.policies : "${app}/${name}" => p }]...)
  name     = each.key
  target   = each.value.target
  in       = each.value.cooldown.in
  out      = each.value.cooldown.out == null ? each.value.cooldown.in * 2 : each.value.cooldown.out
}
