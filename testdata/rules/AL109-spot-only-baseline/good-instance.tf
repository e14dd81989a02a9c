# Spot Instances that nobody waits for, or that are not alone.
provider "aws" {
  region = "eu-west-1"
}

resource "aws_security_group" "closed" {
  vpc_id = "vpc-1"
}

resource "aws_spot_instance_request" "worker" {
  ami                    = "ami-1"
  instance_type          = "t3.micro"
  vpc_security_group_ids = [aws_security_group.closed.id]
  user_data              = "#!/bin/bash\nsystemctl start worker\n"
}

resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_spot_instance_request" "web" {
  ami           = "ami-1"
  instance_type = "t3.micro"
}

resource "aws_instance" "web" {
  ami           = "ami-1"
  instance_type = "t3.micro"
}

resource "aws_lb_target_group_attachment" "spot" {
  target_group_arn = aws_lb_target_group.web.arn
  target_id        = aws_spot_instance_request.web.spot_instance_id
}

resource "aws_lb_target_group_attachment" "on_demand" {
  target_group_arn = aws_lb_target_group.web.arn
  target_id        = aws_instance.web.id
}
