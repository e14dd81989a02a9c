# Each tier has its own; what all share opens SSH and what agents listen on, or nothing.
resource "aws_security_group" "admin" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }

  ingress {
    from_port   = 9100
    to_port     = 9100
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/16"]
  }
}

resource "aws_security_group" "mark" {
  vpc_id = aws_vpc.main.id
}

# Whoever carries it may call whoever else does, on one port, and nobody else may.
resource "aws_security_group" "members" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port = 3306
    to_port   = 3306
    protocol  = "tcp"
    self      = true
  }
}

resource "aws_security_group" "cluster" {
  vpc_id = aws_vpc.main.id
}

resource "aws_vpc_security_group_ingress_rule" "cluster" {
  security_group_id            = aws_security_group.cluster.id
  referenced_security_group_id = aws_security_group.cluster.id
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432
}

resource "aws_rds_cluster" "main" {
  engine                 = "aurora-postgresql"
  vpc_security_group_ids = [aws_security_group.cluster.id]
}

resource "aws_security_group" "lb" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "web" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port       = 80
    to_port         = 80
    protocol        = "tcp"
    security_groups = [aws_security_group.lb.id]
  }
}

resource "aws_security_group" "db" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port       = 3306
    to_port         = 3306
    protocol        = "tcp"
    security_groups = [aws_security_group.web.id]
  }
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = aws_vpc.main.id
}

resource "aws_lb_listener" "web" {
  load_balancer_arn = aws_lb.web.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.web.arn
  }
}

resource "aws_lb" "web" {
  subnets         = ["subnet-1", "subnet-2"]
  security_groups = [aws_security_group.lb.id, aws_security_group.mark.id]
}

resource "aws_launch_template" "web" {
  image_id               = "ami-1"
  vpc_security_group_ids = [aws_security_group.web.id, aws_security_group.admin.id, aws_security_group.mark.id, aws_security_group.members.id, aws_security_group.cluster.id]
}

resource "aws_autoscaling_group" "web" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = ["subnet-1", "subnet-2"]
  target_group_arns   = [aws_lb_target_group.web.arn]

  launch_template {
    id = aws_launch_template.web.id
  }
}

resource "aws_db_instance" "main" {
  engine                 = "mysql"
  vpc_security_group_ids = [aws_security_group.db.id, aws_security_group.admin.id, aws_security_group.mark.id, aws_security_group.members.id]
}

# A bastion that carries the database's group is no tier.
resource "aws_instance" "bastion" {
  ami                    = "ami-1"
  vpc_security_group_ids = [aws_security_group.db.id]
}
