variable "security_group" {
  type = string
}

variable "subnet" {
  type = string
}

variable "targets" {
  type = list(string)
}

resource "aws_security_group" "open" {
  vpc_id = "vpc-1"

  ingress {
    from_port   = 9000
    to_port     = 9000
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# What its group admits is out of sight.
resource "aws_instance" "guarded_elsewhere" { # unknown AL107
  ami                    = "ami-1"
  vpc_security_group_ids = [var.security_group]
}

# Whether its subnet gives addresses is.
resource "aws_instance" "placed_elsewhere" { # unknown AL107
  ami                    = "ami-1"
  subnet_id              = var.subnet
  vpc_security_group_ids = [aws_security_group.open.id]
}

# It may not be the only target.
resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_instance" "one_of" { # unknown AL107
  ami                    = "ami-1"
  vpc_security_group_ids = [aws_security_group.open.id]
}

resource "aws_lb_target_group_attachment" "one_of" {
  target_group_arn = aws_lb_target_group.web.arn
  target_id        = aws_instance.one_of.id
}

resource "aws_lb_target_group_attachment" "more" {
  count            = length(var.targets)
  target_group_arn = aws_lb_target_group.web.arn
  target_id        = var.targets[count.index]
}

# Who admits a load balancer may be attached to it by hand.
resource "aws_security_group" "load_balancer" {
  vpc_id = "vpc-1"
}

resource "aws_lb" "web" {
  subnets         = [var.subnet]
  security_groups = [aws_security_group.load_balancer.id]
}

resource "aws_security_group" "behind" {
  vpc_id = "vpc-1"

  ingress {
    from_port       = 80
    to_port         = 80
    protocol        = "tcp"
    security_groups = [aws_security_group.load_balancer.id]
  }
}

resource "aws_instance" "behind" { # unknown AL107
  ami                    = "ami-1"
  subnet_id              = var.subnet
  vpc_security_group_ids = [aws_security_group.behind.id]
}
