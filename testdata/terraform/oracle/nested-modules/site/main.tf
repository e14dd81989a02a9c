variable "name" {
  type = string
}

variable "size" {
  type = number
}

variable "subnets" {
  type = list(string)
}

variable "cidrs" {
  type = map(string)
}

module "instances" {
  source = "./instances"
  names  = [for n in range(var.size) : format("%s-%02d", var.name, n + 1)]
  size   = var.size > 1 ? "large" : null
}

resource "aws_security_group" "this" {
  name = "${var.name}-sg"

  dynamic "ingress" {
    for_each = var.cidrs
    content {
      description = ingress.key
      from_port   = 443
      to_port     = 443
      cidr_blocks = [ingress.value]
    }
  }
}

output "sizes" {
  value = module.instances.sizes
}

output "tags" {
  value = { Name = upper(var.name), Rules = length(var.cidrs) }
}
