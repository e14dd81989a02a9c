variable "instances" {
  type = list(string)
}

resource "aws_lb_target_group" "web" { # unknown AL108
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_lb_target_group_attachment" "web" {
  count            = length(var.instances)
  target_group_arn = aws_lb_target_group.web.arn
  target_id        = var.instances[count.index]
}

# Nothing in sight listens for it: it may carry anything.
resource "aws_lb_target_group" "unheard" { # unknown AL108
  port     = 8443
  protocol = "TCP"
  vpc_id   = "vpc-1"
}

resource "aws_instance" "unheard" {
  count = 2
  ami   = "ami-1"
}

resource "aws_lb_target_group_attachment" "unheard" {
  count            = 2
  target_group_arn = aws_lb_target_group.unheard.arn
  target_id        = aws_instance.unheard[count.index].id
}
