resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "front_a" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.0.0/24"
}

resource "aws_subnet" "front_b" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.1.0/24"
}

resource "aws_subnet" "web_a" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.2.0/24"
}

resource "aws_subnet" "web_b" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.3.0/24"
}

resource "aws_subnet" "data_a" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.4.0/24"
}

resource "aws_subnet" "data_b" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.5.0/24"
}

resource "aws_lb" "front" {
  subnets = [aws_subnet.front_a.id, aws_subnet.front_b.id]
}

resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = aws_vpc.main.id
}

resource "aws_lb_listener" "front" {
  load_balancer_arn = aws_lb.front.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.web.arn
  }
}

resource "aws_autoscaling_group" "web" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [aws_subnet.web_a.id, aws_subnet.web_b.id]
  target_group_arns   = [aws_lb_target_group.web.arn]
}

# Its servers lie beside it.
resource "aws_db_subnet_group" "main" {
  name       = "main"
  subnet_ids = [aws_subnet.web_a.id, aws_subnet.web_b.id] # want AL807 "aws_db_instance.main may run in aws_subnet.web_a, where aws_autoscaling_group.web stands as well"
}

resource "aws_db_instance" "main" {
  engine               = "postgres"
  db_subnet_group_name = aws_db_subnet_group.main.name
}

# One of two is enough.
resource "aws_db_subnet_group" "aurora" {
  name       = "aurora"
  subnet_ids = [aws_subnet.data_a.id, aws_subnet.front_b.id] # want AL807 "aws_rds_cluster.main may run in aws_subnet.front_b, where aws_lb.front stands as well"
}

resource "aws_rds_cluster" "main" {
  engine               = "aurora-mysql"
  db_subnet_group_name = aws_db_subnet_group.aurora.name
}

resource "aws_redshift_subnet_group" "reports" {
  name       = "reports"
  subnet_ids = [aws_subnet.web_b.id] # want AL807 "aws_redshift_cluster.reports may run in aws_subnet.web_b, where"
}

resource "aws_redshift_cluster" "reports" {
  cluster_identifier        = "reports"
  node_type                 = "ra3.large"
  cluster_subnet_group_name = aws_redshift_subnet_group.reports.name
}

resource "aws_opensearch_domain" "search" {
  domain_name = "search"

  vpc_options {
    subnet_ids = [aws_subnet.web_a.id] # want AL807 "aws_opensearch_domain.search may run in aws_subnet.web_a, where aws_autoscaling_group.web stands as well"
  }
}
