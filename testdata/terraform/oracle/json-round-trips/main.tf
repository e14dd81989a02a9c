# JSON in and out: policies, numbers, escapes, null, unicode, order of keys.
variable "principals" {
  type    = map(list(string))
  default = { "arn:aws:iam::1:root" = ["s3:GetObject"], "arn:aws:iam::2:root" = ["s3:GetObject", "s3:PutObject"] }
}

locals {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat([
      { Sid = "All", Effect = "Deny", Principal = "*", Action = "s3:*", Resource = ["arn:aws:s3:::b", "arn:aws:s3:::b/*"], Condition = { Bool = { "aws:SecureTransport" = "false" } } }
      ], [
      for p, actions in var.principals : { Sid = "P${index(keys(var.principals), p)}", Effect = "Allow", Principal = { AWS = p }, Action = actions, Resource = "*" }
    ])
  })
  decoded = jsondecode(local.policy)
  tricky  = { html = "<a href=\"x\">&</a>", unicode = "é😀", control = "tab\tnl\n", slash = "a/b\\c", number = 1.0, big = 12345678901234567890, small = 0.000001, null = null, empty = "", list = [], object = {} }
}

resource "aws_s3_bucket_policy" "this" {
  policy  = local.policy
  length  = length(local.policy)
  sids    = local.decoded.Statement[*].Sid
  actions = flatten([for s in local.decoded.Statement : s.Action])
  allowed = [for s in local.decoded.Statement : s.Principal.AWS if s.Effect == "Allow"]
}

resource "terraform_data" "all" {
  input = {
    encoded = jsonencode(local.tricky)
    round   = jsondecode(jsonencode(local.tricky))
    texts   = [jsonencode("x"), jsonencode(5), jsonencode(true), jsonencode(null), jsonencode([1, "a", null]), jsonencode(toset(["b", "a"]))]
    parsed  = jsondecode("{\"a\": [1, 2.50, {\"b\": null}], \"c\": \"\\u00e9\", \"d\": 1e3}")
    scalars = [jsondecode("5"), jsondecode("\"x\""), jsondecode("null"), jsondecode("[]")]
    bad     = [can(jsondecode("{")), try(jsondecode("nope"), "fallback")]
    base64  = jsondecode(base64decode(base64encode(jsonencode({ k = "v" })))).k
    nested  = jsonencode({ inner = jsonencode({ a = 1 }) })
    equal   = jsonencode({ b = 1, a = 2 }) == jsonencode({ a = 2, b = 1 })
  }
}
