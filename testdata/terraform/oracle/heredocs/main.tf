# Heredocs: indentation that is taken away or kept, blank lines, tabs, interpolation over lines, in calls and lists.
locals {
  name     = "web"
  plain    = <<EOT
    four
  two
EOT
  stripped = <<-EOT
        eight
      six

          ten ${local.name}
      six
    EOT
  blank    = <<-EOT

    first

      second
  EOT
  lines    = <<-EOT
    list:
    ${join("\n", [for i in range(3) : "- ${i}"])}
    end
  EOT
  nested = <<-OUTER
    outer ${<<-INNER
      inner ${local.name}
        more
    INNER
} done
  OUTER
in_call = trimspace(<<-EOT
    trimmed

  EOT
)
in_list = [
  <<-A
      a
    A
  ,
  <<-B
        b
      b
    B
]
in_object = {
  script = <<-EOT
      #!/bin/sh
      for f in *; do echo "$f $${f%%.*} \n \t"; done
      awk '{print $1}'
    EOT
  after  = 1
}
json = jsonencode({ text = <<-EOT
    two
    lines
  EOT
})
directive = <<-EOT
    %{if local.name == "web"}
    is web
    %{else}
    is not
    %{endif}
      %{for x in ["a", "b"]}
      - ${x}
      %{endfor}
  EOT
empty     = <<-EOT
  EOT
indent    = "x:\n  ${indent(2, local.stripped)}"
unicode   = <<-EOT
    né😀 "quotes" 'single' \u00e9 `tick`
  EOT
}

resource "terraform_data" "all" {
  input = [local.plain, local.stripped, local.blank, local.lines, local.nested, local.in_call, local.in_list, local.in_object, local.json, local.directive, local.empty, local.indent, local.unicode]
}

resource "aws_instance" "web" {
  user_data = <<-EOF
    #!/bin/bash
    cat > /etc/app.conf <<'CONF'
    name = ${local.name}
      indented = ${length(local.name)}
    CONF
  EOF
}
