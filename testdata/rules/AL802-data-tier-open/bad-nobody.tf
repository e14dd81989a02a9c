resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_security_group" "database" {
  vpc_id = aws_vpc.main.id

  # want AL802 "aws_security_group.database opens port 3306 of aws_db_instance.main without saying for whom: the rule names neither a security group nor a range"
  ingress {
    from_port = 3306
    to_port   = 3306
    protocol  = "tcp"
  }
}

resource "aws_db_instance" "main" {
  engine                 = "mysql"
  vpc_security_group_ids = [aws_security_group.database.id]
}
