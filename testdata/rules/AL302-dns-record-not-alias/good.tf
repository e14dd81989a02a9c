resource "aws_route53_zone" "main" {
  name = "example.com"
}

resource "aws_lb" "web" {
  subnets = ["subnet-1", "subnet-2"]
}

resource "aws_route53_record" "alias" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "example.com"
  type    = "A"

  alias {
    name                   = aws_lb.web.dns_name
    zone_id                = aws_lb.web.zone_id
    evaluate_target_health = true
  }
}

resource "aws_route53_record" "elsewhere" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "blog"
  type    = "CNAME"
  ttl     = 300
  records = ["example.blogs.test"]
}

# A database has no alias.
resource "aws_db_instance" "main" {
  engine   = "mysql"
  multi_az = true
}

resource "aws_route53_record" "database" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "db"
  type    = "CNAME"
  ttl     = 60
  records = [aws_db_instance.main.address]
}

# The Elastic IPs of a network load balancer stay.
resource "aws_eip" "fixed" {
  count = 2
}

resource "aws_lb" "net" {
  load_balancer_type = "network"

  subnet_mapping {
    subnet_id     = "subnet-1"
    allocation_id = aws_eip.fixed[0].id
  }

  subnet_mapping {
    subnet_id     = "subnet-2"
    allocation_id = aws_eip.fixed[1].id
  }
}

resource "aws_route53_record" "fixed" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "fixed"
  type    = "A"
  ttl     = 60
  records = aws_eip.fixed[*].public_ip
}

# What a load balancer is called is no name of its own in DNS.
resource "aws_route53_record" "called" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "called"
  type    = "CNAME"
  ttl     = 60
  records = ["${aws_lb.web.name}.example.net"]
}
