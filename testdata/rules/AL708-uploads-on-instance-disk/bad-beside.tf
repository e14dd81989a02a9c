resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

# Two servers behind one load balancer are told of once.
resource "aws_instance" "first" {
  ami           = "ami-1"
  instance_type = "t3.small"
  # want AL708 "^aws_instance.first and those beside it run WordPress and share no files"
  user_data = <<-EOT
    #!/bin/bash
    apt-get install -y apache2 wordpress
  EOT
}

resource "aws_instance" "second" {
  ami           = "ami-1"
  instance_type = "t3.small"
  user_data     = <<-EOT
    #!/bin/bash
    apt-get install -y apache2 wordpress
  EOT
}

resource "aws_lb_target_group_attachment" "first" {
  target_group_arn = aws_lb_target_group.web.arn
  target_id        = aws_instance.first.id
}

resource "aws_lb_target_group_attachment" "second" {
  target_group_arn = aws_lb_target_group.web.arn
  target_id        = aws_instance.second.id
}
