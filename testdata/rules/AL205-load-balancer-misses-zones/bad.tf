resource "aws_subnet" "a" {
  vpc_id            = "vpc-1"
  cidr_block        = "10.0.0.0/24"
  availability_zone = "eu-west-1a"
}

resource "aws_subnet" "b" {
  vpc_id            = "vpc-1"
  cidr_block        = "10.0.1.0/24"
  availability_zone = "eu-west-1b"
}

resource "aws_subnet" "c" {
  vpc_id            = "vpc-1"
  cidr_block        = "10.0.2.0/24"
  availability_zone = "eu-west-1c"
}

resource "aws_lb" "web" {
  subnets = [aws_subnet.a.id, aws_subnet.b.id] # want AL205 "aws_lb.web has no subnet in eu-west-1c, where aws_autoscaling_group.web runs"
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
  min_size             = 3
  max_size             = 6
  vpc_zone_identifier  = [aws_subnet.a.id, aws_subnet.b.id, aws_subnet.c.id]
  launch_configuration = "web"
}

resource "aws_autoscaling_attachment" "web" {
  autoscaling_group_name = aws_autoscaling_group.web.id
  lb_target_group_arn    = aws_lb_target_group.web.arn
}

resource "aws_elb" "classic" {
  subnets   = [aws_subnet.a.id, aws_subnet.b.id] # want AL205 "aws_elb.classic has no subnet in eu-west-1c, where aws_instance.third runs"
  instances = [aws_instance.first.id, aws_instance.third.id]
  listener {
    lb_port           = 80
    lb_protocol       = "http"
    instance_port     = 80
    instance_protocol = "http"
  }
}

resource "aws_instance" "first" {
  ami       = "ami-1"
  subnet_id = aws_subnet.a.id
}

resource "aws_instance" "third" {
  ami       = "ami-1"
  subnet_id = aws_subnet.c.id
}

# A rule leads there, and the load balancer keeps to its zones.
resource "aws_lb" "network" {
  load_balancer_type = "network"
  subnet_mapping {
    subnet_id = aws_subnet.a.id # want AL205 "aws_lb.network has no subnet in eu-west-1c, where aws_instance.third runs"
  }
  subnet_mapping {
    subnet_id = aws_subnet.b.id
  }
}

resource "aws_lb_listener" "network" {
  load_balancer_arn = aws_lb.network.arn
  port              = 443
  protocol          = "TCP"
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.network.arn
  }
}

resource "aws_lb_target_group" "network" {
  port     = 443
  protocol = "TCP"
  vpc_id   = "vpc-1"
}

resource "aws_lb_target_group_attachment" "network" {
  target_group_arn = aws_lb_target_group.network.arn
  target_id        = aws_instance.third.id
}
