resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "a" {
  vpc_id            = aws_vpc.main.id
  cidr_block        = "10.0.0.0/24"
  availability_zone = "eu-west-1a"
}

resource "aws_subnet" "b" {
  vpc_id            = aws_vpc.main.id
  cidr_block        = "10.0.1.0/24"
  availability_zone = "eu-west-1b"
}

resource "aws_subnet" "c" {
  vpc_id            = aws_vpc.main.id
  cidr_block        = "10.0.2.0/24"
  availability_zone = "eu-west-1c"
}

resource "aws_eks_cluster" "refused" {
  name     = "refused"
  role_arn = "arn:aws:iam::123456789012:role/eks"

  vpc_config {
    subnet_ids = [aws_subnet.a.id] # want AL954 "aws_eks_cluster.refused lies in eu-west-1a alone, which EKS refuses"
  }
}

resource "aws_eks_cluster" "nodes" { # want AL954 "all nodes of aws_eks_cluster.nodes can run only in eu-west-1b"
  name     = "nodes"
  role_arn = "arn:aws:iam::123456789012:role/eks"

  vpc_config {
    subnet_ids = [aws_subnet.a.id, aws_subnet.b.id]
  }
}

resource "aws_eks_node_group" "one" {
  cluster_name  = aws_eks_cluster.nodes.name
  node_role_arn = "arn:aws:iam::123456789012:role/node"
  subnet_ids    = [aws_subnet.b.id]

  scaling_config {
    min_size     = 2
    max_size     = 4
    desired_size = 2
  }
}

resource "aws_eks_node_group" "two" {
  cluster_name  = aws_eks_cluster.nodes.name
  node_role_arn = "arn:aws:iam::123456789012:role/node"
  subnet_ids    = [aws_subnet.b.id]

  scaling_config {
    min_size     = 2
    max_size     = 4
    desired_size = 2
  }
}

# One group alone is what there is to edit.
resource "aws_eks_cluster" "lonely" {
  name     = "lonely"
  role_arn = "arn:aws:iam::123456789012:role/eks"

  vpc_config {
    subnet_ids = [aws_subnet.a.id, aws_subnet.b.id]
  }
}

resource "aws_eks_node_group" "lonely" {
  cluster_name  = aws_eks_cluster.lonely.name
  node_role_arn = "arn:aws:iam::123456789012:role/node"
  subnet_ids    = [aws_subnet.c.id] # want AL954 "all nodes of aws_eks_cluster.lonely can run only in eu-west-1c"

  scaling_config {
    min_size     = 2
    max_size     = 4
    desired_size = 2
  }
}
