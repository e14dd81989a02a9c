# dynamic in dynamic, with iterators that shadow and reach out, over maps, sets, objects and null.
variable "behaviors" {
  default = [
    { path = "/api/*", methods = ["GET", "PUT"], functions = { "viewer-request" = { arn = "f1" }, "origin-request" = { arn = "f2", body = true } } },
    { path = "/img/*", methods = ["GET"], functions = {}, forward = { cookies = "none", headers = ["Host"] } },
  ]
}

variable "groups" {
  type    = map(set(string))
  default = { b = ["y", "x"], a = [] }
}

variable "maybe" {
  type    = list(object({ name = string, values = optional(list(string)) }))
  default = [{ name = "n1" }, { name = "n2", values = ["v"] }]
}

resource "aws_cloudfront_distribution" "this" {
  enabled = true

  dynamic "ordered_cache_behavior" {
    for_each = var.behaviors
    iterator = b
    content {
      path_pattern = b.value.path
      precedence   = b.key
      methods      = b.value.methods

      dynamic "lambda_function_association" {
        for_each = b.value.functions
        iterator = f
        content {
          event_type   = f.key
          lambda_arn   = "${f.value.arn}@${b.key}"
          include_body = lookup(f.value, "body", null)
        }
      }

      dynamic "forwarded_values" {
        for_each = try([b.value.forward], [])
        content {
          headers = forwarded_values.value.headers

          cookies {
            forward = forwarded_values.value.cookies
          }
        }
      }
    }
  }

  dynamic "origin" {
    for_each = var.groups
    content {
      id = origin.key

      dynamic "header" {
        for_each = origin.value
        content {
          name  = header.key
          value = "${origin.key}-${header.value}"

          dynamic "origin" {
            for_each = [1, 2]
            content {
              index = origin.value
              name  = header.value
            }
          }
        }
      }
    }
  }

  dynamic "filter" {
    for_each = { for m in var.maybe : m.name => m }
    content {
      name   = filter.key
      values = filter.value.values == null ? ["none"] : filter.value.values
    }
  }
}

resource "terraform_data" "read" {
  input = {
    arns    = flatten(aws_cloudfront_distribution.this.ordered_cache_behavior[*].lambda_function_association[*].lambda_arn)
    headers = [for o in aws_cloudfront_distribution.this.origin : length(o.header)]
    names   = aws_cloudfront_distribution.this.filter[*].name
  }
}
