# A record makes the address known, by which another port than a web server's is asked.
variable "subnet" {
  type = string
}

resource "aws_security_group" "broker" {
  vpc_id = "vpc-1"
}

resource "aws_vpc_security_group_ingress_rule" "broker" {
  security_group_id = aws_security_group.broker.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 8883
  to_port           = 8883
}

resource "aws_instance" "broker" { # want AL107 "takes port 8883 from anywhere"
  ami                    = "ami-1"
  subnet_id              = var.subnet
  vpc_security_group_ids = [aws_security_group.broker.id]
}

resource "aws_route53_zone" "main" {
  name = "example.com"
}

resource "aws_route53_record" "broker" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "mqtt"
  type    = "A"
  ttl     = 60
  records = [aws_instance.broker.public_ip]
}

# Of several ports that are open, the web server's is told.
resource "aws_security_group" "shared" {
  vpc_id = "vpc-1"

  ingress {
    from_port   = 2049
    to_port     = 2049
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }

  ingress {
    from_port   = 8080
    to_port     = 8080
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_instance" "shared" { # want AL107 "takes port 8080 from anywhere"
  ami                    = "ami-1"
  vpc_security_group_ids = [aws_security_group.shared.id]
}
