resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "web" {
  count             = 2
  vpc_id            = aws_vpc.main.id
  cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 8, count.index)
  availability_zone = ["eu-west-1a", "eu-west-1b"][count.index]
}

resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = aws_vpc.main.id
  stickiness { # want AL401 "the fleet reaches no session store"
    type = "lb_cookie"
  }
}

resource "aws_security_group" "web" {
  vpc_id = aws_vpc.main.id
}

resource "aws_launch_template" "web" {
  image_id               = "ami-1"
  vpc_security_group_ids = [aws_security_group.web.id]
}

resource "aws_autoscaling_group" "web" {
  min_size            = 2
  max_size            = 6
  vpc_zone_identifier = aws_subnet.web[*].id
  target_group_arns   = [aws_lb_target_group.web.arn]
  launch_template {
    id = aws_launch_template.web.id
  }
}

# A cache of another network, which does not let the fleet in.
resource "aws_security_group" "cache" {
  vpc_id = aws_vpc.main.id
  ingress {
    from_port   = 6379
    to_port     = 6379
    protocol    = "tcp"
    cidr_blocks = ["192.168.0.0/24"]
  }
}

resource "aws_elasticache_replication_group" "other" {
  replication_group_id = "other"
  description          = "of another service"
  security_group_ids   = [aws_security_group.cache.id]
}
