# None of the engines has read replicas in this edition.
resource "aws_security_group" "web" {
  vpc_id = "vpc-1"
  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_launch_template" "web" {
  image_id               = "ami-1"
  vpc_security_group_ids = [aws_security_group.web.id]
  user_data              = base64encode("${aws_db_instance.reports.address} ${aws_db_instance.orders.address} ${aws_db_instance.custom.address}")
}

resource "aws_autoscaling_group" "web" {
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  launch_template {
    id = aws_launch_template.web.id
  }
}

resource "aws_db_instance" "reports" {
  engine         = "sqlserver-se"
  instance_class = "db.m6i.large"
}

resource "aws_db_instance" "orders" {
  engine         = "oracle-se2"
  instance_class = "db.m6i.large"
}

resource "aws_db_instance" "custom" {
  engine         = "custom-sqlserver-ee"
  instance_class = "db.m6i.large"
}
