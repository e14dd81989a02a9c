data "aws_availability_zones" "available" {}

resource "aws_subnet" "public" {
  count             = 2
  vpc_id            = "vpc-1"
  cidr_block        = "10.0.${count.index}.0/24"
  availability_zone = data.aws_availability_zones.available.names[count.index]
}

resource "aws_subnet" "private" {
  count             = 2
  vpc_id            = "vpc-1"
  cidr_block        = "10.0.1${count.index}.0/24"
  availability_zone = data.aws_availability_zones.available.names[count.index]
}

resource "aws_lb" "web" {
  subnets = aws_subnet.public[*].id
}

resource "aws_lb_listener" "web" {
  load_balancer_arn = aws_lb.web.arn
  port              = 80
  protocol          = "HTTP"
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.web.arn
  }
}

resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_autoscaling_group" "web" {
  min_size             = 2
  max_size             = 6
  vpc_zone_identifier  = aws_subnet.private[*].id
  launch_configuration = "web"
  target_group_arns    = [aws_lb_target_group.web.arn]
}

# A function has no zone, and an address for all zones is none of the VPC's.
resource "aws_lb_listener_rule" "function" {
  listener_arn = aws_lb_listener.web.arn
  condition {
    path_pattern {
      values = ["/api/*"]
    }
  }
  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.function.arn
  }
}

resource "aws_lb_target_group" "function" {
  target_type = "lambda"
}

resource "aws_lb_target_group_attachment" "function" {
  target_group_arn = aws_lb_target_group.function.arn
  target_id        = aws_lambda_function.api.arn
}

resource "aws_lambda_function" "api" {
  function_name = "api"
  role          = "arn:aws:iam::123456789012:role/api"
}

resource "aws_subnet" "peer" {
  vpc_id            = "vpc-2"
  cidr_block        = "10.9.0.0/24"
  availability_zone = data.aws_availability_zones.available.names[2]
}

resource "aws_instance" "peer" {
  ami       = "ami-1"
  subnet_id = aws_subnet.peer.id
}

resource "aws_lb_listener_rule" "peer" {
  listener_arn = aws_lb_listener.web.arn
  condition {
    path_pattern {
      values = ["/peer/*"]
    }
  }
  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.peer.arn
  }
}

resource "aws_lb_target_group" "peer" {
  port        = 80
  protocol    = "HTTP"
  target_type = "ip"
  vpc_id      = "vpc-1"
}

resource "aws_lb_target_group_attachment" "peer" {
  target_group_arn  = aws_lb_target_group.peer.arn
  target_id         = aws_instance.peer.private_ip
  availability_zone = "all"
}
