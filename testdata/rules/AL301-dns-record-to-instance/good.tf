resource "aws_route53_zone" "main" {
  name = "example.com"
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

resource "aws_security_group" "mail" {
  vpc_id = "vpc-1"

  ingress {
    from_port   = 25
    to_port     = 25
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_instance" "entry" {
  ami                    = "ami-1"
  vpc_security_group_ids = [aws_security_group.ssh.id]
}

resource "aws_instance" "post" {
  ami                    = "ami-1"
  vpc_security_group_ids = [aws_security_group.mail.id]
}

resource "aws_instance" "egress" {
  ami               = "ami-1"
  source_dest_check = false
}

resource "aws_instance" "other" {
  ami = "ami-1"
}

resource "aws_route53_record" "bastion" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "entry"
  type    = "A"
  ttl     = 60
  records = [aws_instance.entry.public_ip]
}

resource "aws_route53_record" "mail" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "post"
  type    = "A"
  ttl     = 60
  records = [aws_instance.post.public_ip]
}

resource "aws_route53_record" "nat" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "out"
  type    = "A"
  ttl     = 60
  records = [aws_instance.egress.public_ip]
}

# Called after a VPN.
resource "aws_route53_record" "named" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "vpn.example.com"
  type    = "A"
  ttl     = 60
  records = [aws_instance.other.public_ip]
}

# Of a NAT gateway and of a network load balancer.
resource "aws_eip" "nat" {}

resource "aws_nat_gateway" "main" {
  allocation_id = aws_eip.nat.id
  subnet_id     = "subnet-1"
}

resource "aws_eip" "balancer" {}

resource "aws_lb" "net" {
  load_balancer_type = "network"

  subnet_mapping {
    subnet_id     = "subnet-1"
    allocation_id = aws_eip.balancer.id
  }
}

resource "aws_route53_record" "fixed" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "fixed"
  type    = "A"
  ttl     = 60
  records = [aws_eip.nat.public_ip, aws_eip.balancer.public_ip]
}

# Addresses of one's own, aliases, and other types.
resource "aws_route53_record" "literal" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "office"
  type    = "A"
  ttl     = 60
  records = ["192.0.2.1"]
}

resource "aws_route53_record" "alias" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "www"
  type    = "A"

  alias {
    name                   = aws_lb.net.dns_name
    zone_id                = aws_lb.net.zone_id
    evaluate_target_health = true
  }
}

resource "aws_route53_record" "note" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "note"
  type    = "TXT"
  ttl     = 60
  records = [aws_instance.other.public_ip]
}
