# In each environment the database has a replica, of another size.
variable "env" {
  type = string
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

resource "aws_launch_template" "web" {
  image_id               = "ami-1"
  vpc_security_group_ids = [aws_security_group.web.id]
}

resource "aws_autoscaling_group" "web" {
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  launch_template {
    id = aws_launch_template.web.id
  }
}

resource "aws_security_group" "database" {
  vpc_id = "vpc-1"
  ingress {
    from_port       = 3306
    to_port         = 3306
    protocol        = "tcp"
    security_groups = [aws_security_group.web.id]
  }
}

resource "aws_db_instance" "main" {
  identifier             = "main"
  engine                 = "mysql"
  instance_class         = "db.t4g.medium"
  vpc_security_group_ids = [aws_security_group.database.id]
}

resource "aws_db_instance" "small" {
  count               = var.env == "prod" ? 0 : 1
  instance_class      = "db.t4g.medium"
  replicate_source_db = aws_db_instance.main.identifier
}

resource "aws_db_instance" "large" {
  count               = var.env == "prod" ? 1 : 0
  instance_class      = "db.t4g.medium"
  replicate_source_db = aws_db_instance.main.identifier
}
