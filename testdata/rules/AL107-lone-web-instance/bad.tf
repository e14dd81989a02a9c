resource "aws_security_group" "web" {
  vpc_id = "vpc-1"

  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }

  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "game" {
  vpc_id = "vpc-1"

  ingress {
    from_port   = 9000
    to_port     = 9010
    protocol    = "udp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "caller" {
  vpc_id = "vpc-1"
}

resource "aws_security_group" "app" {
  vpc_id = "vpc-1"

  ingress {
    from_port       = 8080
    to_port         = 8080
    protocol        = "tcp"
    security_groups = [aws_security_group.caller.id]
  }
}

resource "aws_subnet" "private" {
  vpc_id = "vpc-1"
}

# A web port from anywhere; where the instance lies does not matter.
resource "aws_instance" "web" { # want AL107 "aws_instance.web serves alone: it takes port 80 from anywhere, and stands in no Auto Scaling group and behind no load balancer"
  ami                    = "ami-1"
  subnet_id              = aws_subnet.private.id
  vpc_security_group_ids = [aws_security_group.web.id]
}

# Another port, by an Elastic IP.
resource "aws_instance" "addressed" { # want AL107 "takes ports 9000 to 9010 from anywhere"
  ami                    = "ami-1"
  subnet_id              = aws_subnet.private.id
  vpc_security_group_ids = [aws_security_group.game.id]
}

resource "aws_eip" "addressed" {
  domain = "vpc"
}

resource "aws_eip_association" "addressed" {
  allocation_id = aws_eip.addressed.id
  instance_id   = aws_instance.addressed.id
}

# By the address of an interface of its own.
resource "aws_network_interface" "own" {
  subnet_id       = aws_subnet.private.id
  security_groups = [aws_security_group.game.id]
}

resource "aws_instance" "by_interface" { # want AL107 "takes ports 9000 to 9010 from anywhere"
  ami = "ami-1"

  network_interface {
    network_interface_id = aws_network_interface.own.id
    device_index         = 0
  }
}

resource "aws_eip" "by_interface" {
  network_interface = aws_network_interface.own.id
}

# By its own flag, and without a subnet in one of the default ones, which give addresses.
resource "aws_instance" "flagged" { # want AL107 "flagged serves alone"
  ami                         = "ami-1"
  subnet_id                   = aws_subnet.private.id
  vpc_security_group_ids      = [aws_security_group.game.id]
  associate_public_ip_address = true
}

resource "aws_instance" "default_subnet" { # want AL107 "default_subnet serves alone"
  ami                    = "ami-1"
  vpc_security_group_ids = [aws_security_group.game.id]
}

# From another tier's group.
resource "aws_instance" "app" { # want AL107 "takes port 8080 from aws_security_group.caller, and stands in no"
  ami                    = "ami-1"
  subnet_id              = aws_subnet.private.id
  vpc_security_group_ids = [aws_security_group.app.id]
}

# The only target.
resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_instance" "only" { # want AL107 "aws_instance.only is the only target of aws_lb_target_group.web"
  ami                    = "ami-1"
  subnet_id              = aws_subnet.private.id
  vpc_security_group_ids = [aws_security_group.web.id]
}

resource "aws_lb_target_group_attachment" "only" {
  target_group_arn = aws_lb_target_group.web.arn
  target_id        = aws_instance.only.id
}

# Out of a count: one finding for all of them.
resource "aws_instance" "several" { # want AL107 "several\[0\] serves alone"
  count                  = 2
  ami                    = "ami-1"
  subnet_id              = aws_subnet.private.id
  vpc_security_group_ids = [aws_security_group.web.id]
}
