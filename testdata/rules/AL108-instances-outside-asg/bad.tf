resource "aws_instance" "web" {
  count = 2
  ami   = "ami-1"
}

resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_lb_target_group_attachment" "web" {
  count            = 2
  target_group_arn = aws_lb_target_group.web.arn
  target_id        = aws_instance.web[count.index].id # want AL108 "aws_lb_target_group.web sends traffic to aws_instance.web\[0\] and aws_instance.web\[1\], which were attached by hand"
}

resource "aws_instance" "a" {
  ami = "ami-1"
}

resource "aws_instance" "b" {
  ami = "ami-1"
}

resource "aws_elb" "classic" {
  instances = [aws_instance.a.id, aws_instance.b.id] # want AL108 "aws_elb.classic sends traffic to aws_instance.a and aws_instance.b"

  listener {
    lb_port           = 80
    lb_protocol       = "http"
    instance_port     = 80
    instance_protocol = "http"
  }
}

resource "aws_instance" "c" {
  ami = "ami-1"
}

resource "aws_instance" "d" {
  ami = "ami-1"
}

resource "aws_elb" "outside" {
  listener {
    lb_port           = 80
    lb_protocol       = "http"
    instance_port     = 80
    instance_protocol = "http"
  }
}

resource "aws_elb_attachment" "c" {
  elb      = aws_elb.outside.id
  instance = aws_instance.c.id # want AL108 "aws_elb.outside sends traffic to aws_instance.c and aws_instance.d"
}

resource "aws_elb_attachment" "d" {
  elb      = aws_elb.outside.id
  instance = aws_instance.d.id
}
