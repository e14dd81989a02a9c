resource "aws_security_group" "web" {
  vpc_id = "vpc-1"

  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "ssh" {
  vpc_id = "vpc-1"

  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# One of a kind.
resource "aws_instance" "shop" {
  ami                    = "ami-1"
  vpc_security_group_ids = [aws_security_group.web.id]
}

resource "aws_eip" "shop" {
  instance = aws_instance.shop.id
}

resource "aws_instance" "blog" {
  ami                    = "ami-2"
  vpc_security_group_ids = [aws_security_group.web.id]
}

resource "aws_eip" "blog" {
  instance = aws_instance.blog.id
}

# No web tier.
resource "aws_instance" "entry" {
  count                  = 2
  ami                    = "ami-1"
  vpc_security_group_ids = [aws_security_group.ssh.id]
}

resource "aws_eip" "entry" {
  count    = 2
  instance = aws_instance.entry[count.index].id
}

# NAT instances and gateways.
resource "aws_instance" "egress" {
  count                  = 2
  ami                    = "ami-1"
  vpc_security_group_ids = [aws_security_group.web.id]
  source_dest_check      = false
}

resource "aws_eip" "egress" {
  count    = 2
  instance = aws_instance.egress[count.index].id
}

resource "aws_eip" "nat" {
  count = 2
}

resource "aws_nat_gateway" "main" {
  count         = 2
  allocation_id = aws_eip.nat[count.index].id
  subnet_id     = "subnet-1"
}

# Siblings of which one has an address.
resource "aws_instance" "web" {
  count                  = 2
  ami                    = "ami-1"
  vpc_security_group_ids = [aws_security_group.web.id]
}

resource "aws_eip" "web" {
  instance = aws_instance.web[0].id
}
