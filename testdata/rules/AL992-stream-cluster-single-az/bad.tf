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

resource "aws_msk_cluster" "one" {
  cluster_name           = "one"
  kafka_version          = "3.6.0"
  number_of_broker_nodes = 2

  broker_node_group_info {
    instance_type   = "kafka.m5.large"
    security_groups = ["sg-1"]
    client_subnets  = [aws_subnet.a.id] # want AL992 "the brokers of aws_msk_cluster.one lie in eu-west-1a alone, which MSK refuses"
  }
}

resource "aws_msk_cluster" "two" {
  cluster_name           = "two"
  kafka_version          = "3.6.0"
  number_of_broker_nodes = 2

  broker_node_group_info {
    instance_type   = "kafka.m5.large"
    security_groups = ["sg-1"]
    client_subnets  = [aws_subnet.a.id, aws_subnet.b.id] # want AL992 "lie in two Availability Zones, eu-west-1a and eu-west-1b, of three or more"
  }
}
