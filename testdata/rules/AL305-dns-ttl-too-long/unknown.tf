variable "addresses" {
  type = list(string)
}

variable "ttl" {
  type = number
}

resource "aws_instance" "web" {
  ami = "ami-1"
}

resource "aws_route53_record" "addresses" { # unknown AL305
  zone_id = "Z1"
  name    = "www"
  type    = "A"
  ttl     = 3600
  records = var.addresses
}

resource "aws_route53_record" "ttl" { # unknown AL305
  zone_id = "Z1"
  name    = "app"
  type    = "A"
  ttl     = var.ttl
  records = [aws_instance.web.public_ip]
}
