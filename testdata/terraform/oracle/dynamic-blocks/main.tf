# dynamic blocks: iterators, nesting, labels from outside, empty and null.
variable "rules" {
  type = list(object({
    port  = number
    cidrs = optional(list(string), ["0.0.0.0/0"])
    note  = optional(string)
  }))
  default = [{ port = 80 }, { port = 443, cidrs = ["10.0.0.0/8"], note = "inside" }]
}

variable "listeners" {
  default = {
    http  = { port = 80, actions = ["redirect"] }
    https = { port = 443, actions = ["authenticate", "forward"] }
  }
}

variable "logging" {
  type    = object({ bucket = string, prefix = optional(string, "logs/") })
  default = null
}

resource "aws_security_group" "web" {
  name = "web"

  ingress {
    from_port   = 22
    to_port     = 22
    cidr_blocks = ["10.0.0.0/8"]
  }

  dynamic "ingress" {
    for_each = var.rules
    iterator = rule
    content {
      from_port   = rule.value.port
      to_port     = rule.value.port + rule.key
      cidr_blocks = rule.value.cidrs
      description = rule.value.note
    }
  }

  dynamic "egress" {
    for_each = []
    content {
      from_port = 0
    }
  }
}

resource "aws_lb_listener" "all" {
  for_each = var.listeners
  port     = each.value.port

  dynamic "default_action" {
    for_each = each.value.actions
    content {
      type  = default_action.value
      order = default_action.key + 1

      dynamic "redirect" {
        for_each = default_action.value == "redirect" ? [443] : []
        content {
          port        = redirect.value
          status_code = "HTTP_${300 + default_action.key + 1}"
        }
      }
    }
  }
}

resource "aws_lb" "one" {
  name = "one"

  dynamic "access_logs" {
    for_each = var.logging == null ? [] : [var.logging]
    content {
      bucket = access_logs.value.bucket
      prefix = access_logs.value.prefix
    }
  }

  dynamic "subnet_mapping" {
    for_each = toset(["b", "a"])
    content {
      subnet_id = subnet_mapping.value
    }
  }
}

resource "aws_ssm_parameter" "read" {
  name = "read"
  tags = {
    ports  = join(",", [for i in aws_security_group.web.ingress : i.from_port])
    first  = aws_security_group.web.ingress[0].from_port
    orders = join(",", aws_lb_listener.all["https"].default_action[*].order)
  }
}
