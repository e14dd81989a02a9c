# Conditions over conditions: what exists hangs on what exists elsewhere.
variable "mode" {
  type    = string
  default = "ha"
}

variable "kms" {
  type    = string
  default = ""
}

locals {
  ha       = contains(["ha", "dr"], var.mode)
  replicas = local.ha ? (var.mode == "dr" ? 3 : 2) : 0
  key      = var.kms != "" ? var.kms : one(aws_kms_key.own[*].id)
  names    = local.replicas == 0 ? ["solo"] : [for i in range(local.replicas) : "db-${i}"]
}

resource "aws_kms_key" "own" {
  count               = var.kms == "" ? 1 : 0
  enable_key_rotation = true
}

resource "aws_db_instance" "main" {
  identifier        = "main"
  multi_az          = local.ha
  storage_encrypted = local.key != "x"
  allocated_storage = max(20, local.replicas * 50)
  snapshot          = local.ha ? null : "snap"
}

resource "aws_db_instance" "replica" {
  count               = local.replicas
  identifier          = local.names[count.index]
  replicate_source_db = aws_db_instance.main.identifier
  multi_az            = aws_db_instance.main.multi_az && count.index == 0
  backup              = try(aws_db_instance.main.snapshot, null)
}

resource "aws_route53_record" "replica" {
  for_each = { for i, r in aws_db_instance.replica : r.identifier => i }
  name     = "${each.key}.example.com"
  ttl      = each.value * 10 + 60
  type     = aws_db_instance.main.multi_az ? "CNAME" : "A"
}
