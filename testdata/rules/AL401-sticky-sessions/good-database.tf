# Connections of a database are no sessions of people.
resource "aws_lb_target_group" "database" {
  port     = 1521
  protocol = "TCP"
  vpc_id   = "vpc-1"
  stickiness {
    type    = "source_ip"
    enabled = true
  }
}

resource "aws_instance" "database" {
  count         = 2
  ami           = "ami-1"
  instance_type = "m6i.large"
}

resource "aws_lb_target_group_attachment" "database" {
  count            = 2
  target_group_arn = aws_lb_target_group.database.arn
  target_id        = aws_instance.database[count.index].id
}
