variable "subnets" {
  type = list(string)
}

variable "public" {
  type = bool
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "private" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.1.0/24"
}

resource "aws_db_subnet_group" "elsewhere" {
  subnet_ids = var.subnets
}

resource "aws_db_subnet_group" "private" {
  subnet_ids = [aws_subnet.private.id]
}

# Whether the subnets are public is not known.
resource "aws_db_instance" "elsewhere" { # unknown AL803
  engine               = "mysql"
  db_subnet_group_name = aws_db_subnet_group.elsewhere.name
  publicly_accessible  = false
}

resource "aws_db_instance" "perhaps" { # unknown AL803
  engine               = "mysql"
  db_subnet_group_name = aws_db_subnet_group.private.name
  publicly_accessible  = var.public
}
