# A lone Spot Instance that serves the web.
provider "aws" {
  region = "eu-west-1"
}

resource "aws_security_group" "web" {
  vpc_id = "vpc-1"

  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_spot_instance_request" "web" { # want AL109 "aws_spot_instance_request.web always runs on Spot alone: it is requested as one$"
  ami                    = "ami-1"
  instance_type          = "t3.micro"
  vpc_security_group_ids = [aws_security_group.web.id]
}

resource "aws_instance" "blog" {
  ami                    = "ami-1"
  instance_type          = "t3.micro"
  vpc_security_group_ids = [aws_security_group.web.id]

  instance_market_options {
    market_type = "spot" # want AL109 "aws_instance.blog always runs on Spot alone: its market options ask for one$"
  }
}

# Behind a load balancer, found by the instance that the request is given.
resource "aws_lb_target_group" "api" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_spot_instance_request" "api" { # want AL109 "aws_spot_instance_request.api always runs on Spot alone"
  ami           = "ami-1"
  instance_type = "t3.micro"
}

resource "aws_lb_target_group_attachment" "api" {
  target_group_arn = aws_lb_target_group.api.arn
  target_id        = aws_spot_instance_request.api.spot_instance_id
}

# A database of one's own that AWS may take away.
resource "aws_security_group" "closed" {
  vpc_id = "vpc-1"
}

resource "aws_spot_instance_request" "database" { # want AL109 "aws_spot_instance_request.database always runs on Spot alone"
  ami                    = "ami-1"
  instance_type          = "t3.micro"
  vpc_security_group_ids = [aws_security_group.closed.id]
  user_data              = "#!/bin/bash\nyum install -y mariadb-server\nsystemctl enable --now mariadb\n"
}
