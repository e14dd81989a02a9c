resource "aws_security_group" "web" {
  vpc_id = "vpc-1"
  dynamic "ingress" {
    for_each = range(1000)
    content {
      from_port   = 20000 + ingress.value
      to_port     = 20000 + ingress.value
      protocol    = "tcp"
      cidr_blocks = ["10.0.0.0/8"]
    }
  }
}

resource "aws_lb" "web" {
  subnets = ["subnet-1", "subnet-2"]
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
  stickiness {
    type = "lb_cookie"
  }
}

resource "aws_instance" "web" {
  count                  = local.many
  ami                    = "ami-1"
  vpc_security_group_ids = [aws_security_group.web.id]
}

resource "aws_lb_target_group_attachment" "web" {
  count            = local.many
  target_group_arn = aws_lb_target_group.web.arn
  target_id        = aws_instance.web[count.index].id
}

resource "aws_dynamodb_table" "orders" {
  count    = local.many
  name     = "orders-${count.index}"
  hash_key = "id"
}

resource "aws_db_instance" "main" {
  engine   = "mysql"
  multi_az = true
}
