variable "names" {
  type = list(string)
}

variable "size" {
  type     = string
  default  = "small"
  nullable = false
}

resource "aws_instance" "this" {
  count         = length(var.names)
  instance_type = "t3.${var.size}"
  tags          = { Name = var.names[count.index] }
}

output "sizes" {
  value = aws_instance.this[*].instance_type
}
