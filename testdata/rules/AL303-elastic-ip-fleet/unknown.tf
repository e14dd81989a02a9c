variable "second" {
  type = bool
}

resource "aws_security_group" "web" {
  vpc_id = "vpc-1"

  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_instance" "web" {
  ami                    = "ami-1"
  vpc_security_group_ids = [aws_security_group.web.id]
}

resource "aws_eip" "web" { # unknown AL303
  instance = aws_instance.web.id
}

resource "aws_instance" "web2" {
  count                  = var.second ? 1 : 0
  ami                    = "ami-1"
  vpc_security_group_ids = [aws_security_group.web.id]
}

resource "aws_eip" "web2" {
  count    = var.second ? 1 : 0
  instance = aws_instance.web2[0].id
}
