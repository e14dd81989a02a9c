# A VPN gateway tells the table its routes.
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_vpn_gateway" "office" {
  vpc_id = aws_vpc.main.id
}

resource "aws_subnet" "private" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.1.0/24"
}

resource "aws_instance" "web" { # unknown AL811
  ami       = "ami-0123456789abcdef0"
  subnet_id = aws_subnet.private.id
  user_data = <<-EOT
    #!/bin/bash
    apt-get install -y nginx
  EOT
}
