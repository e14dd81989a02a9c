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

resource "aws_db_subnet_group" "main" {
  name       = "main"
  subnet_ids = [aws_subnet.data_a.id, aws_subnet.data_b.id]
}

resource "aws_db_instance" "main" {
  engine               = "postgres"
  identifier           = "main"
  db_subnet_group_name = aws_db_subnet_group.main.name
}

# A replica lies where its primary does.
resource "aws_db_instance" "reader" {
  replicate_source_db = aws_db_instance.main.identifier
}

# Its endpoint is on the internet.
resource "aws_opensearch_domain" "search" {
  domain_name = "search"
}

# Caches and files lie beside the servers.
resource "aws_elasticache_subnet_group" "hot" {
  name       = "hot"
  subnet_ids = [aws_subnet.web_a.id, aws_subnet.web_b.id]
}

resource "aws_elasticache_replication_group" "hot" {
  replication_group_id = "hot"
  description          = "hot"
  subnet_group_name    = aws_elasticache_subnet_group.hot.name
}

resource "aws_efs_file_system" "files" {}

resource "aws_efs_mount_target" "files" {
  file_system_id = aws_efs_file_system.files.id
  subnet_id      = aws_subnet.web_a.id
}

# A bastion is no tier.
resource "aws_instance" "bastion" {
  ami                    = "ami-0123456789abcdef0"
  subnet_id              = aws_subnet.data_a.id
  vpc_security_group_ids = [aws_security_group.bastion.id]
}

resource "aws_security_group" "bastion" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["198.51.100.0/24"]
  }
}
