variable "zone" {}

resource "aws_neptune_cluster" "friends" {
  cluster_identifier = "friends"
}

resource "aws_neptune_cluster_instance" "one" { # unknown AL505
  cluster_identifier = aws_neptune_cluster.friends.id
  instance_class     = "db.r6g.large"
  availability_zone  = "eu-west-1a"
}

resource "aws_neptune_cluster_instance" "two" {
  cluster_identifier = aws_neptune_cluster.friends.id
  instance_class     = "db.r6g.large"
  availability_zone  = var.zone
}
