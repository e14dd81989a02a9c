# One group a zone, written apart: whether they are meant as one is not known.
resource "aws_subnet" "a" {
  vpc_id            = "vpc-1"
  availability_zone = "eu-west-1a"
}

resource "aws_subnet" "b" {
  vpc_id            = "vpc-1"
  availability_zone = "eu-west-1b"
}

resource "aws_autoscaling_group" "kafka_a" { # unknown AL101
  min_size            = 1
  max_size            = 1
  vpc_zone_identifier = [aws_subnet.a.id]
}

resource "aws_autoscaling_group" "kafka_b" { # unknown AL101
  min_size            = 1
  max_size            = 1
  vpc_zone_identifier = [aws_subnet.b.id]
}
