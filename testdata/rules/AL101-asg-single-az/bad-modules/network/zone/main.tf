variable "name" {}

resource "aws_subnet" "this" {
  vpc_id            = "vpc-1"
  availability_zone = var.name
}

output "subnet_id" {
  value = aws_subnet.this.id
}
