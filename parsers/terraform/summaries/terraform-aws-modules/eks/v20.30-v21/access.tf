locals {
  entered = aws_eks_cluster.this[0].id
}
