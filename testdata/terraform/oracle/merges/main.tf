# Tags and settings put together from many parts, as real roots do.
variable "environment" {
  default = "prod"
}

variable "extra" {
  type    = map(string)
  default = { Owner = "ops", Name = "overridden" }
}

locals {
  common   = { Environment = var.environment, Managed = true }
  tags     = merge(local.common, var.extra, { Name = "x-${var.environment}" })
  sizes    = { prod = { type = "m5.large", count = 3 }, dev = { type = "t3.micro", count = 1 } }
  size     = local.sizes[var.environment]
  defaults = { retention = 7, kms = null, nested = { a = 1, b = 2 } }
  settings = [for s in [{ name = "a" }, { name = "b", retention = 30, nested = { b = 3 } }] : merge(local.defaults, s)]
  deep     = { for s in local.settings : s.name => merge(local.defaults.nested, s.nested) }
  lists    = concat([for k, v in local.common : k], keys(var.extra), tolist(toset(["z", "y", "z"])))
}

resource "aws_instance" "these" {
  count         = local.size.count
  instance_type = local.size["type"]
  tags          = merge(local.tags, { Index = count.index }, count.index == 0 ? { Leader = "yes" } : {})
  user_data     = <<-EOF
    #!/bin/bash
    echo "${local.tags.Name}" > /etc/name
    %{if count.index == 0}leader%{endif}
  EOF
}

resource "aws_cloudwatch_log_group" "these" {
  for_each          = { for s in local.settings : s.name => s }
  name              = "/x/${each.key}"
  retention_in_days = each.value.retention
  kms_key_id        = each.value.kms
  tags              = { for k, v in merge(local.tags, each.value.nested) : lower(k) => tostring(v) }
}

resource "terraform_data" "read" {
  input = [local.deep, distinct(local.lists), aws_instance.these[*].tags.Index, zipmap(["a", "b"], aws_instance.these[*].instance_type == [] ? [1, 2] : [3, 4])]
}
