resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
  stickiness { # want AL401 "although the fleet reaches aws_elasticache_replication_group.sessions"
    type = "lb_cookie"
  }
}

resource "aws_security_group" "web" {
  vpc_id = "vpc-1"
}

resource "aws_launch_template" "web" {
  image_id               = "ami-1"
  vpc_security_group_ids = [aws_security_group.web.id]
}

resource "aws_autoscaling_group" "web" {
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.web.arn]
  launch_template {
    id = aws_launch_template.web.id
  }
}

resource "aws_security_group" "cache" {
  vpc_id = "vpc-1"
}

resource "aws_vpc_security_group_ingress_rule" "cache" {
  security_group_id            = aws_security_group.cache.id
  referenced_security_group_id = aws_security_group.web.id
  ip_protocol                  = "tcp"
  from_port                    = 6379
  to_port                      = 6379
}

resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id = "sessions"
  description          = "sessions"
  security_group_ids   = [aws_security_group.cache.id]
}
