resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_security_group" "app" {
  vpc_id = aws_vpc.main.id
}

# The group of the application, one address, ranges outside the VPC, and another port from anywhere.
resource "aws_security_group" "database" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port       = 3306
    to_port         = 3306
    protocol        = "tcp"
    security_groups = [aws_security_group.app.id]
  }

  ingress {
    from_port   = 3306
    to_port     = 3306
    protocol    = "tcp"
    cidr_blocks = ["10.0.1.5/32", "172.16.0.0/12", "203.0.113.0/24"]
  }

  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }

  ingress {
    from_port = 3306
    to_port   = 3306
    protocol  = "tcp"
    self      = true
  }
}

resource "aws_db_instance" "main" {
  engine                 = "mysql"
  vpc_security_group_ids = [aws_security_group.database.id]
}

# The port that is written counts, not that of the engine.
resource "aws_security_group" "moved" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port   = 5432
    to_port     = 5432
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_db_instance" "moved" {
  engine                 = "postgres"
  port                   = 6000
  vpc_security_group_ids = [aws_security_group.moved.id]
}

# Instances that serve the web, and what no store listens on.
resource "aws_security_group" "web" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_instance" "web" {
  ami                    = "ami-1"
  vpc_security_group_ids = [aws_security_group.web.id]
}

# The endpoint of a domain outside VPCs has no security group.
resource "aws_opensearch_domain" "search" {
  domain_name = "search"
}
