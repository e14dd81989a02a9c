resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_db_proxy" "pool" {
  name                   = "pool"
  engine_family          = "MYSQL"
  role_arn               = "arn:aws:iam::123456789012:role/pool"
  vpc_subnet_ids         = ["subnet-a", "subnet-b"]
  vpc_security_group_ids = [aws_security_group.pool.id]

  auth {
    secret_arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:pool"
  }
}

resource "aws_security_group" "pool" {
  vpc_id = aws_vpc.main.id

  ingress {
    protocol    = "tcp"
    from_port   = 3306
    to_port     = 3306
    cidr_blocks = ["0.0.0.0/0"] # want AL802 "pool .*0\.0\.0\.0/0"
  }
}
