resource "aws_security_group" "web" {
  vpc_id = "vpc-1"

  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# Called alike, of one image and behind one security group.
resource "aws_instance" "web_1" {
  ami                    = "ami-1"
  vpc_security_group_ids = [aws_security_group.web.id]
}

resource "aws_instance" "web_2" {
  ami                    = "ami-1"
  vpc_security_group_ids = [aws_security_group.web.id]
}

resource "aws_eip" "web_1" {
  instance = aws_instance.web_1.id # want AL303 "aws_instance.web_1 and aws_instance.web_2 each hold an Elastic IP instead of standing behind one load balancer"
}

resource "aws_eip" "web_2" {
  instance = aws_instance.web_2.id
}

# Behind one load balancer.
resource "aws_lb_target_group" "app" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_instance" "red" {
  ami = "ami-2"
}

resource "aws_instance" "green" {
  ami = "ami-3"
}

resource "aws_lb_target_group_attachment" "red" {
  target_group_arn = aws_lb_target_group.app.arn
  target_id        = aws_instance.red.id
}

resource "aws_lb_target_group_attachment" "green" {
  target_group_arn = aws_lb_target_group.app.arn
  target_id        = aws_instance.green.id
}

resource "aws_eip" "red" {}

resource "aws_eip" "green" {}

resource "aws_eip_association" "red" {
  allocation_id = aws_eip.red.id
  instance_id   = aws_instance.red.id
}

resource "aws_eip_association" "green" {
  allocation_id = aws_eip.green.id
  instance_id   = aws_instance.green.id # want AL303 "aws_instance.green and aws_instance.red each hold an Elastic IP"
}
