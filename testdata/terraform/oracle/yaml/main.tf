# Settings kept in YAML: anchors, merges, scalars of every kind, several files by fileset.
locals {
  config = yamldecode(file("${path.module}/config.yaml"))
  inline = yamldecode(<<-EOT
    list: [1, 2.5, "3", true, null, ~]
    map: {a: b, "c d": e}
    multi: |
      line 1
        line 2
    folded: >-
      one
      two
    hex: 0x1F
    octal: 0o17
    exp: 1e3
    quoted: '1'
    date: 2001-12-14
    yes: yes
    empty:
    ? complex
    : value
  EOT
  )
  files = { for f in fileset(path.module, "apps/*.yaml") : trimsuffix(basename(f), ".yaml") => yamldecode(file("${path.module}/${f}")) }
  apps  = { for n, a in local.files : n => merge(local.config.defaults, a) if try(a.enabled, true) }
}

resource "aws_ecs_service" "each" {
  for_each      = local.apps
  name          = each.key
  desired_count = each.value.replicas
  image         = each.value.image
  env           = { for e in try(each.value.env, []) : e.name => e.value }

  dynamic "volume" {
    for_each = try(each.value.volumes, [])
    content {
      name = volume.value["name"]
      size = lookup(volume.value, "size", 1)
    }
  }
}

resource "terraform_data" "read" {
  input = {
    services = local.config.services
    inline   = local.inline
    encoded  = yamlencode({ a = [1, "two", { b = null }], c = "multi\nline", d = true, e = "yes", f = 1.5, g = {}, h = [] })
    round    = yamldecode(yamlencode(local.config)) == local.config
    image    = local.config.services.web.image
    count    = length(local.config.services)
    bad      = try(yamldecode("a: [1"), "not yaml")
  }
}
