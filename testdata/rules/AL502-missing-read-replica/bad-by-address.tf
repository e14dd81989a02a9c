# The fleet is a web tier by its listener, and reaches the database by its addresses.
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "web" {
  count             = 2
  vpc_id            = aws_vpc.main.id
  cidr_block        = "10.0.${count.index}.0/24"
  availability_zone = ["eu-west-1a", "eu-west-1b"][count.index]
}

resource "aws_lb" "web" {
  load_balancer_type = "network"
  subnets            = aws_subnet.web[*].id
}

resource "aws_lb_target_group" "web" {
  port     = 8081
  protocol = "TCP"
  vpc_id   = aws_vpc.main.id
}

resource "aws_lb_listener" "web" {
  load_balancer_arn = aws_lb.web.arn
  port              = 443
  protocol          = "TCP"
  default_action {
    type = "forward"
    forward {
      target_group {
        arn = aws_lb_target_group.web.arn
      }
    }
  }
}

resource "aws_security_group" "web" {
  vpc_id = aws_vpc.main.id
}

resource "aws_launch_template" "web" {
  image_id = "ami-1"
  network_interfaces {
    security_groups = [aws_security_group.web.id]
  }
}

resource "aws_autoscaling_group" "web" {
  min_size            = 2
  max_size            = 6
  vpc_zone_identifier = aws_subnet.web[*].id
  target_group_arns   = [aws_lb_target_group.web.arn]
  mixed_instances_policy {
    launch_template {
      launch_template_specification {
        launch_template_id = aws_launch_template.web.id
      }
    }
  }
}

resource "aws_security_group" "database" {
  vpc_id = aws_vpc.main.id
  ingress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = [aws_vpc.main.cidr_block]
  }
}

resource "aws_db_instance" "main" { # want AL502 "every read of aws_autoscaling_group.web"
  engine                 = "postgres"
  instance_class         = "db.t4g.medium"
  multi_az               = true
  vpc_security_group_ids = [aws_security_group.database.id]
}

# The rule takes its port from the database.
resource "aws_security_group" "orders" {
  vpc_id = aws_vpc.main.id
}

resource "aws_security_group_rule" "orders" {
  type                     = "ingress"
  security_group_id        = aws_security_group.orders.id
  source_security_group_id = aws_security_group.web.id
  protocol                 = "tcp"
  from_port                = aws_db_instance.orders.port
  to_port                  = aws_db_instance.orders.port
}

resource "aws_db_instance" "orders" { # want AL502 "every read of aws_autoscaling_group.web"
  engine                 = "mysql"
  instance_class         = "db.t4g.medium"
  multi_az               = true
  vpc_security_group_ids = [aws_security_group.orders.id]
}
