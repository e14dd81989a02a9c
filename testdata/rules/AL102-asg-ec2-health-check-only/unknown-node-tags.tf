# Whether a group's instances are nodes of the cluster that stands beside it, its tags would tell, whose keys hold a name
# that is not known. Kubernetes replaces its nodes itself.
provider "aws" {
  region = "eu-west-1"
}

resource "random_pet" "name" {}

resource "aws_eks_cluster" "apps" {
  name = random_pet.name.id
}

resource "aws_lb_target_group" "ingress" {
  port     = 30080
  protocol = "HTTP"
}

resource "aws_launch_template" "node" {
  user_data = base64encode("#!/bin/bash\nstart-agent")
}

resource "aws_autoscaling_group" "nodes" { # unknown AL102
  min_size          = 2
  max_size          = 4
  target_group_arns = [aws_lb_target_group.ingress.arn]

  launch_template {
    id = aws_launch_template.node.id
  }

  dynamic "tag" {
    for_each = { "${aws_eks_cluster.apps.name}" = "owned" }
    content {
      key                 = "kubernetes.io/cluster/${tag.key}"
      value               = tag.value
      propagate_at_launch = true
    }
  }
}
