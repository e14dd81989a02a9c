variable "image" {
  type = string
}

variable "members" {
  type = string
}

resource "aws_security_group" "web" {
  vpc_id = "vpc-1"

  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# Of one image and in the same groups, whichever they are.
resource "aws_instance" "web_1" {
  ami                    = var.image
  vpc_security_group_ids = [aws_security_group.web.id, var.members]
}

resource "aws_instance" "web_2" {
  ami                    = var.image
  vpc_security_group_ids = [aws_security_group.web.id, var.members]
}

resource "aws_eip" "web_1" {
  instance = aws_instance.web_1.id # want AL303 "aws_instance.web_1 and aws_instance.web_2 each hold an Elastic IP"
}

resource "aws_eip" "web_2" {
  instance = aws_instance.web_2.id
}
