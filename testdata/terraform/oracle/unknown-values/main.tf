# What a plan does not know yet goes through keys, counts, lengths and conditions that it does know.
resource "aws_vpc" "this" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "these" {
  count  = 3
  vpc_id = aws_vpc.this.id
}

locals {
  by_name = { a = aws_subnet.these[0].id, b = aws_subnet.these[1].id }
  targets = { for i, s in aws_subnet.these : "s${i}" => { id = s.id, index = i, name = "n${i}" } }
  ids     = concat(aws_subnet.these[*].id, ["extra"])
}

resource "aws_route_table_association" "named" {
  for_each  = local.by_name
  subnet_id = each.value
  name      = each.key
}

resource "aws_lb_target_group_attachment" "each" {
  for_each = { for k, t in local.targets : k => t if t.index > 0 }
  target   = each.value.id
  port     = 8000 + each.value.index
  name     = each.value.name
}

resource "aws_eip" "counted" {
  count    = length(local.ids)
  instance = local.ids[count.index]
  tags     = { Index = count.index, Last = count.index == length(local.ids) - 1 }
}

resource "terraform_data" "read" {
  input = {
    length    = length(aws_subnet.these[*].id)
    keys      = keys(local.targets)
    known     = [for t in local.targets : t.name]
    has       = contains(keys(local.by_name), "b")
    merged    = merge(local.by_name, { c = "known" })["c"]
    coalesced = coalesce("first", aws_vpc.this.id)
    last      = element(local.ids, 3)
    slice     = length(slice(local.ids, 1, 3))
    zip       = keys(zipmap(["x", "y"], slice(local.ids, 0, 2)))
    flat      = length(flatten([local.ids, [local.ids]]))
    compact   = length(concat(local.ids, ["y"]))
    tried     = try(aws_subnet.these[7].id, "out of range")
    one       = length(aws_vpc.this[*].id)
    tuple     = [aws_vpc.this.id, "known"][1]
    lookup    = lookup({ k = "v", u = aws_vpc.this.id }, "k", aws_vpc.this.arn)
    reversed  = reverse(local.ids)[0]
    chunks    = length(chunklist(local.ids, 3))
    cidr      = aws_vpc.this.cidr_block
    tags      = [for e in aws_eip.counted : e.tags.Last]
  }
}
