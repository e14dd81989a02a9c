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

variable "groups" {
  type = list(string)
}

variable "engine" {
  type = string
}

resource "aws_db_instance" "groups_not_known" { # unknown AL502
  engine                 = "mysql"
  instance_class         = "db.t4g.medium"
  vpc_security_group_ids = var.groups
}

resource "aws_db_instance" "port_not_known" { # unknown AL502
  engine                 = var.engine
  instance_class         = "db.t4g.medium"
  vpc_security_group_ids = [aws_security_group.database.id]
}

# The module may make replicas of it.
resource "aws_db_instance" "handed_on" { # unknown AL502
  identifier             = "main"
  engine                 = "mysql"
  instance_class         = "db.t4g.medium"
  vpc_security_group_ids = [aws_security_group.database.id]
}

module "replicas" {
  source  = "example.com/company/replicas/aws"
  primary = aws_db_instance.handed_on.identifier
}
