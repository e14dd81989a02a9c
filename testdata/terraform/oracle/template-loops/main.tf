# Templates with loops in loops, conditions, strip markers on both sides, heredocs and functions.
variable "upstreams" {
  default = {
    api = { hosts = ["10.0.0.1", "10.0.0.2"], tls = true, headers = { "X-A" = "1" } }
    web = { hosts = ["10.0.1.1"], tls = false, headers = {} }
  }
}

variable "empty" {
  type    = list(string)
  default = []
}

locals {
  inline   = <<-EOT
    %{for name, u in var.upstreams~}
    upstream ${name} {
      %{~for i, h in u.hosts~}
      server ${h}%{if i == 0} primary%{else} backup%{endif};
      %{~endfor~}

    %{if u.tls~}
      tls on;
    %{endif~}
    }
    %{endfor~}
    %{for e in var.empty~}
    never ${e}
    %{endfor~}
  EOT
  template = "$${outer} %%{ for x in xs }$${x}%%{ endfor }"
  one_line = "%{for k, v in var.upstreams}${k}:%{for h in v.hosts~} ${h} %{~endfor};%{endfor}"
  tight    = "  %{~if true~}  a  %{~else~}  b  %{~endif~}  "
  quoted   = join(",", [for k, v in var.upstreams : "${k}=${length(v.hosts) > 1 ? "many" : "\"one\""}"])
}

resource "aws_instance" "web" {
  user_data = templatefile("${path.module}/conf.tftpl", { upstreams = var.upstreams, port = 8080, names = keys(var.upstreams), empty = var.empty, none = null })
  config    = templatefile("conf.json.tftpl", { items = [for k, v in var.upstreams : merge(v, { name = k })], tags = { a = "b \"quoted\"" } })
  inline    = local.inline
  one_line  = local.one_line
  tight     = local.tight
  quoted    = local.quoted
  nested    = templatestring(local.template, { outer = "${local.tight}", xs = [1, 2] })
}

resource "aws_s3_object" "rendered" {
  for_each = fileset(path.module, "parts/*.tftpl")
  key      = trimsuffix(basename(each.value), ".tftpl")
  content  = templatefile("${path.module}/${each.value}", { name = each.key, list = ["x", "y"] })
}
