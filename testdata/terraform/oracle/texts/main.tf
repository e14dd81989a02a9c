# Texts: heredocs, interpolation that keeps or changes types, numbers as texts, directives, escapes.
variable "n" {
  default = 3
}

locals {
  name    = "web"
  numbers = [1, 1.0, 1.50, 100000000000000000000, 0.1 + 0.2, 1 / 3, 1e6, 1.5e-7, -0.0, 12345678901234567890.123]
  script  = <<-EOT
      indented ${local.name}
        more
      ${join("\n", ["a", "b"])}
    %{if var.n > 2}big%{else}small%{endif}
    %{for i in range(var.n)}${i}%{if i < var.n - 1}, %{endif}%{endfor}
  EOT
  plain   = <<EOT
  kept "quotes" \n ${upper("x")} $${x} %%{y}
EOT
}

resource "terraform_data" "texts" {
  input = {
    same_type  = ["${var.n}", "${true}", "${[1]}", "${null == null}"]
    converted  = ["${var.n}x", "${true}!", "-${1.50}-"]
    as_texts   = [for n in local.numbers : "${n}"]
    as_numbers = local.numbers
    joined     = join("|", local.numbers)
    script     = local.script
    plain      = local.plain
    strip      = "a  ${~"b"~}  c"
    trimmed    = "x %{~if true~}  y  %{~endif~} z"
    escapes    = "tab\t quote\" back\\ uni\u00e9 \U0001F600 $$ %% $${ %%{"
    nested     = "${"${"deep"}"}-${format("%s-${local.name}", "f")}"
    unicode    = [length("né😀"), upper("ß"), substr("日本語", 1, 1), "e\u0301" == "é"]
    workspace  = terraform.workspace
    paths      = [path.module, path.root, "${path.module}/x"]
    quoted     = { "a b" = 1, (local.name) = 2, "${local.name}-x" = 3, true = 4, 5 = 5 }
    commented  = [1, /* two, */ 3] # four
  }
}
