# The rule admits every fleet of the VPC; the finding names the one whose boot script has the database's address.
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "web" {
  count             = 2
  vpc_id            = aws_vpc.main.id
  cidr_block        = "10.0.${count.index}.0/24"
  availability_zone = ["eu-west-1a", "eu-west-1b"][count.index]
}

resource "aws_security_group" "web" {
  vpc_id = aws_vpc.main.id
  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_launch_template" "landing_page" {
  vpc_security_group_ids = [aws_security_group.web.id]
}

resource "aws_autoscaling_group" "landing_page" {
  min_size            = 2
  max_size            = 6
  vpc_zone_identifier = aws_subnet.web[*].id
  launch_template {
    id = aws_launch_template.landing_page.id
  }
}

resource "aws_launch_template" "shop" {
  vpc_security_group_ids = [aws_security_group.web.id]
  user_data              = base64encode("DB_HOST=${aws_db_instance.orders.address}")
}

resource "aws_autoscaling_group" "shop" {
  min_size            = 2
  max_size            = 6
  vpc_zone_identifier = aws_subnet.web[*].id
  launch_template {
    id = aws_launch_template.shop.id
  }
}

resource "aws_security_group" "orders" {
  vpc_id = aws_vpc.main.id
  ingress {
    from_port   = 3306
    to_port     = 3306
    protocol    = "tcp"
    cidr_blocks = [aws_vpc.main.cidr_block]
  }
}

resource "aws_db_instance" "orders" { # want AL502 "every read of aws_autoscaling_group.shop goes"
  engine                 = "mysql"
  instance_class         = "db.t4g.medium"
  multi_az               = true
  vpc_security_group_ids = [aws_security_group.orders.id]
}
