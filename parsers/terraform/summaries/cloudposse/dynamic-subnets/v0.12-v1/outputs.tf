output "availability_zones" {
  value = var.availability_zones
}

output "public_subnet_cidrs" {
  value = aws_subnet.public[*].cidr_block
}

output "private_subnet_cidrs" {
  value = aws_subnet.private[*].cidr_block
}

output "nat_gateway_public_ips" {
  value = aws_eip.default[*].public_ip
}
