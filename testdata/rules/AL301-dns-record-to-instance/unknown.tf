variable "addresses" {
  type = list(string)
}

variable "zone" {
  type = string
}

resource "aws_route53_record" "addresses" { # unknown AL301
  zone_id = var.zone
  name    = "www"
  type    = "A"
  ttl     = 60
  records = var.addresses
}

# An address that nobody in sight holds.
resource "aws_eip" "spare" {}

resource "aws_route53_record" "spare" { # unknown AL301
  zone_id = var.zone
  name    = "spare"
  type    = "A"
  ttl     = 60
  records = [aws_eip.spare.public_ip]
}
