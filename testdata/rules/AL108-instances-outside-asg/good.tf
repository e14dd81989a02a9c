resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_autoscaling_group" "web" {
  min_size          = 2
  max_size          = 4
  target_group_arns = [aws_lb_target_group.web.arn]
}

# One target is another rule's matter.
resource "aws_lb_target_group" "one" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_instance" "one" {
  ami = "ami-1"
}

resource "aws_lb_target_group_attachment" "one" {
  target_group_arn = aws_lb_target_group.one.arn
  target_id        = aws_instance.one.id
}

# One instance on two ports is one.
resource "aws_lb_target_group_attachment" "one_again" {
  target_group_arn = aws_lb_target_group.one.arn
  target_id        = aws_instance.one.id
  port             = 8080
}

# Members of a database cluster are not replaced by a group.
resource "aws_lb_target_group" "database" {
  port     = 5432
  protocol = "TCP"
  vpc_id   = "vpc-1"
}

resource "aws_instance" "database" {
  count = 3
  ami   = "ami-1"
}

resource "aws_lb_target_group_attachment" "database" {
  count            = 3
  target_group_arn = aws_lb_target_group.database.arn
  target_id        = aws_instance.database[count.index].id
}

# Turned off.
resource "aws_lb_target_group_attachment" "off" {
  count            = 0
  target_group_arn = aws_lb_target_group.one.arn
  target_id        = aws_instance.database[0].id
}
