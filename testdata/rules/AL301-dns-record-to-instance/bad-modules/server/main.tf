resource "aws_instance" "this" {
  ami = "ami-1"
}

resource "aws_eip" "this" {
  network_interface = aws_instance.this.primary_network_interface_id
}

output "address" {
  value = aws_eip.this.public_ip
}
