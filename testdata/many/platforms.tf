resource "aws_vpc" "main" {
  count      = local.many
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "main" {
  count             = local.many
  vpc_id            = aws_vpc.main[count.index].id
  availability_zone = "eu-west-1a"
}

resource "aws_eks_cluster" "main" {
  count = local.many
  name  = "main-${count.index}"
  vpc_config {
    subnet_ids = [aws_subnet.main[count.index].id, "subnet-2"]
  }
}

resource "aws_eks_node_group" "main" {
  count        = local.many
  cluster_name = aws_eks_cluster.main[count.index].name
  subnet_ids   = [aws_subnet.main[count.index].id]
}

resource "aws_mq_broker" "main" {
  count           = local.many
  deployment_mode = "SINGLE_INSTANCE"
}

resource "aws_msk_cluster" "main" {
  count = local.many
  broker_node_group_info {
    client_subnets = [aws_subnet.main[count.index].id]
  }
}

resource "aws_redshift_cluster" "main" {
  count     = local.many
  node_type = "ra3.large"
}

resource "aws_dms_replication_instance" "main" {
  count = local.many
}

resource "aws_networkfirewall_firewall" "main" {
  count  = local.many
  vpc_id = aws_vpc.main[count.index].id
  subnet_mapping {
    subnet_id = aws_subnet.main[count.index].id
  }
}

resource "aws_opensearch_domain" "main" {
  count = local.many
}

resource "aws_elastic_beanstalk_environment" "web" {
  count = local.many
  name  = "web-${count.index}"
  setting {
    namespace = "aws:autoscaling:asg"
    name      = "MinSize"
    value     = "1"
  }
}
