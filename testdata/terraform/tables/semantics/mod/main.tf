variable "create" {
  default = false
}

resource "aws_t" "this" {
  count = var.create ? 1 : 0
}

output "id" {
  value = one(aws_t.this[*].id)
}
