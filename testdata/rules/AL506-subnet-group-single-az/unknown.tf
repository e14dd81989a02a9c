variable "subnets" {
  type = list(string)
}

resource "aws_subnet" "local" {
  vpc_id            = "vpc-1"
  cidr_block        = "10.0.3.0/24"
  availability_zone = "us-west-2-lax-1a"
}

resource "aws_db_subnet_group" "given" { # unknown AL506
  subnet_ids = var.subnets
}

# A Local Zone may stand alone.
resource "aws_db_subnet_group" "local" { # unknown AL506
  subnet_ids = [aws_subnet.local.id]
}
