# Every form of count and for_each, and what is read of their instances.
variable "azs" {
  default = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]
}

variable "create" {
  default = true
}

variable "users" {
  type = map(object({ admin = bool, groups = set(string) }))
  default = {
    zoe = { admin = true, groups = ["ops", "dev"] }
    al  = { admin = false, groups = ["dev"] }
  }
}

resource "aws_subnet" "counted" {
  count             = length(var.azs)
  availability_zone = element(var.azs, count.index + 1)
  cidr_block        = cidrsubnet("10.0.0.0/16", 8, count.index)
}

resource "aws_eip" "maybe" {
  count  = var.create ? 1 : 0
  domain = "vpc"
}

resource "aws_eip" "never" {
  count  = !var.create && length(var.azs) > 1 ? 2 : 0
  domain = "vpc"
}

resource "aws_iam_user" "each" {
  for_each = var.users
  name     = each.key
  tags     = { admin = each.value.admin, groups = join("+", each.value.groups) }
}

resource "aws_iam_user" "set" {
  for_each = toset([for n, u in var.users : upper(n) if u.admin])
  name     = each.value
  path     = "/${each.key}/"
}

resource "aws_iam_user" "chained" {
  for_each = aws_iam_user.each
  name     = "${each.value.name}-copy"
  tags     = each.value.tags
}

resource "aws_iam_group_membership" "pairs" {
  for_each = { for p in flatten([for n, u in var.users : [for g in u.groups : { user = n, group = g }]]) : "${p.user}.${p.group}" => p }
  name     = each.key
  users    = [each.value.user]
  group    = each.value.group
}

resource "aws_ssm_parameter" "read" {
  name = "read"
  tags = {
    zones   = join(",", aws_subnet.counted[*].availability_zone)
    zone    = aws_subnet.counted[1].cidr_block
    last    = aws_subnet.counted[length(aws_subnet.counted) - 1].cidr_block
    old     = join(",", aws_subnet.counted.*.cidr_block)
    one     = one(aws_eip.maybe[*].domain)
    none    = one(aws_eip.never[*].domain)
    tried   = try(aws_eip.never[0].domain, "none")
    zoe     = aws_iam_user.each["zoe"].tags.groups
    keys    = join(",", keys(aws_iam_user.each))
    names   = join(",", values(aws_iam_user.each)[*].name)
    has     = contains(keys(aws_iam_user.each), "al")
    set     = join(",", [for u in aws_iam_user.set : u.path])
    members = join(" ", sort([for k, m in aws_iam_group_membership.pairs : "${m.group}:${m.users[0]}"]))
  }
}
