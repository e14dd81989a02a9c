resource "aws_route53_zone" "main" {
  name = "example.com"
}

resource "aws_lb" "web" {
  subnets = ["subnet-1", "subnet-2"]
}

resource "aws_elb" "classic" {
  subnets = ["subnet-1", "subnet-2"]
}

resource "aws_route53_record" "www" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "www"
  type    = "CNAME"
  ttl     = 300
  records = [aws_lb.web.dns_name] # want AL302 "aws_route53_record.www \(www\) is a CNAME of aws_lb.web where an alias would do"
}

resource "aws_route53_record" "dualstack" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "old.example.com"
  type    = "CNAME"
  ttl     = 300
  records = ["dualstack.${aws_elb.classic.dns_name}"] # want AL302 "is a CNAME of aws_elb.classic"
}

resource "aws_route53_record" "literal" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "literal.example.com"
  type    = "CNAME"
  ttl     = 300
  records = ["web-123.eu-west-1.elb.amazonaws.com"] # want AL302 "is a CNAME of web-123.eu-west-1.elb.amazonaws.com"
}

# Refused: the name is the zone's own.
resource "aws_route53_record" "apex" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "example.com"
  type    = "CNAME"
  ttl     = 300
  records = [aws_lb.web.dns_name] # want AL302 "at the apex of its zone, which AWS refuses"
}
