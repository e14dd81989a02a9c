resource "aws_security_group" "web" {
  vpc_id = "vpc-1"
}

resource "aws_security_group_rule" "web" {
  type              = "ingress"
  security_group_id = aws_security_group.web.id
  from_port         = 443
  to_port           = 443
  protocol          = "tcp"
  cidr_blocks       = ["0.0.0.0/0"]
}

resource "aws_launch_configuration" "web" {
  image_id        = "ami-1"
  instance_type   = "t3.micro"
  security_groups = [aws_security_group.web.id]
  user_data       = <<-EOT
    #!/bin/bash
    echo "DATABASE=${aws_db_instance.main.endpoint}" >> /etc/app.env
  EOT
}

resource "aws_autoscaling_group" "web" {
  min_size             = 2
  max_size             = 6
  availability_zones   = ["eu-west-1a", "eu-west-1b"]
  launch_configuration = aws_launch_configuration.web.name
}

resource "aws_db_instance" "main" { # want AL502 "every read of aws_autoscaling_group.web"
  engine         = "mysql"
  instance_class = "db.t4g.medium"
  multi_az       = true
}
