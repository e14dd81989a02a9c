# The provider's version decides what counts where nothing is written.
resource "aws_redshift_cluster" "unwritten" { # unknown AL803
  cluster_identifier        = "unwritten"
  cluster_subnet_group_name = aws_redshift_subnet_group.private.name
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "private" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.1.0/24"
}

resource "aws_redshift_subnet_group" "private" {
  name       = "private"
  subnet_ids = [aws_subnet.private.id]
}
