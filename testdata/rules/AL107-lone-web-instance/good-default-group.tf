# The default group of a VPC lets in only those that carry it.
resource "aws_instance" "alone" {
  ami                         = "ami-1"
  associate_public_ip_address = true
}
