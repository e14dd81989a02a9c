# Splats on lists, single objects, null, sets and maps of resources; the full and the attribute-only one.
variable "logging" {
  type    = object({ bucket = string, prefix = optional(string) })
  default = { bucket = "logs" }
}

variable "nothing" {
  type    = object({ bucket = string })
  default = null
}

locals {
  servers = [
    { name = "a", disks = [{ size = 1 }, { size = 2 }], meta = { tags = ["x"] } },
    { name = "b", disks = [], meta = { tags = [] } },
    { name = "c", disks = [{ size = 3 }], meta = { tags = ["y", "z"] } },
  ]
}

resource "aws_s3_bucket" "one" {
  bucket = "one"

  dynamic "logging" {
    for_each = var.logging[*]
    content {
      target_bucket = logging.value.bucket
      target_prefix = coalesce(logging.value.prefix, "p${logging.key}/")
    }
  }

  dynamic "website" {
    for_each = var.nothing[*]
    content {
      index_document = website.value.bucket
    }
  }
}

resource "aws_instance" "some" {
  count         = 3
  instance_type = "t${count.index}.micro"

  ebs_block_device {
    size = count.index
  }

  ebs_block_device {
    size = count.index * 10
  }
}

resource "aws_instance" "keyed" {
  for_each      = toset(["z", "a"])
  instance_type = each.key
}

resource "terraform_data" "read" {
  input = {
    names    = local.servers[*].name
    nested   = local.servers[*].disks[*].size
    flat     = flatten(local.servers[*].disks[*].size)
    legacy   = local.servers.*.name
    path     = local.servers[*].meta.tags
    single   = local.servers[0][*].name
    one      = one(var.logging[*].bucket)
    none     = var.nothing[*].bucket
    one_none = one(var.nothing[*].bucket)
    text     = "text" [*]
    object   = { a = 1 }[*].a
    set      = toset(["b", "a"])[*]
    tuple    = [1, "b"][*]
    map      = tomap({ k = "v" })[*].k
    types    = aws_instance.some[*].instance_type
    first    = aws_instance.some.*.instance_type[0]
    sizes    = aws_instance.some[*].ebs_block_device[1].size
    all      = flatten(aws_instance.some[*].ebs_block_device[*].size)
    values   = values(aws_instance.keyed)[*].instance_type
    length   = length(aws_instance.some[*])
    blocks   = aws_s3_bucket.one.logging[*].target_prefix
  }
}
