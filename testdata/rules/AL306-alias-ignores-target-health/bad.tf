resource "aws_lb" "web" {
  subnets = ["subnet-1", "subnet-2"]
}

resource "aws_elastic_beanstalk_environment" "web" {
  name        = "web"
  application = "web"
}

resource "aws_route53_record" "latency" {
  zone_id        = "Z1"
  name           = "www"
  type           = "A"
  set_identifier = "eu"

  latency_routing_policy {
    region = "eu-west-1"
  }

  alias {
    name                   = aws_lb.web.dns_name
    zone_id                = aws_lb.web.zone_id
    evaluate_target_health = false # want AL306 "latency \(www\) is answered although aws_lb.web is down: the latency-based record neither evaluates"
  }
}

resource "aws_route53_record" "primary" {
  zone_id        = "Z1"
  name           = "app"
  type           = "A"
  set_identifier = "primary"

  failover_routing_policy {
    type = "PRIMARY"
  }

  alias {
    name                   = aws_elastic_beanstalk_environment.web.cname
    zone_id                = "Z2"
    evaluate_target_health = false # want AL306 "is answered although aws_elastic_beanstalk_environment.web is down: the failover record"
  }
}

resource "aws_route53_record" "weighted" {
  zone_id        = "Z1"
  name           = "api"
  type           = "A"
  set_identifier = "half"

  weighted_routing_policy {
    weight = 50
  }

  alias {
    name                   = aws_route53_record.latency.name
    zone_id                = "Z1"
    evaluate_target_health = "false" # want AL306 "is answered although aws_route53_record.latency is down: the weighted record"
  }
}
