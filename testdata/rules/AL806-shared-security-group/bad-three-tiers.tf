resource "aws_security_group" "all" { # want AL806 "aws_security_group.all guards aws_lb.web as well as aws_instance.web and aws_db_instance.main, so that what it lets to one of them it lets to all"
  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_lb" "web" {
  subnets         = ["subnet-1", "subnet-2"]
  security_groups = [aws_security_group.all.id]
}

resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
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

resource "aws_lb_target_group_attachment" "web" {
  target_group_arn = aws_lb_target_group.web.arn
  target_id        = aws_instance.web.id
}

resource "aws_instance" "web" {
  ami                    = "ami-1"
  instance_type          = "t3.small"
  vpc_security_group_ids = [aws_security_group.all.id]
}

resource "aws_db_instance" "main" {
  engine                 = "mysql"
  vpc_security_group_ids = [aws_security_group.all.id]
}
