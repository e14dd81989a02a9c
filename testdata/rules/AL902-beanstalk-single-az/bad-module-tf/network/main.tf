resource "aws_subnet" "this" {
  count             = 2
  vpc_id            = "vpc-1"
  cidr_block        = "10.0.${count.index}.0/24"
  availability_zone = "eu-west-1a"
}

output "subnets" {
  value = aws_subnet.this[*].id
}
