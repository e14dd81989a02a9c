provider "aws" {
  region = "eu-west-1"
}

variable "servers" {
  type    = number
  default = 3
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
  count                  = var.servers
  ami                    = "ami-1"
  vpc_security_group_ids = [aws_security_group.web.id]
}

resource "aws_eip" "web" {
  count    = var.servers
  instance = element(aws_instance.web[*].id, count.index) # want AL303 "aws_instance.web\[0\], aws_instance.web\[1\] and aws_instance.web\[2\] each hold"
}
