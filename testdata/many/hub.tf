resource "aws_subnet" "main" {
  count             = local.many
  vpc_id            = aws_vpc.main.id
  availability_zone = "eu-west-1a"
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/8"
}

resource "aws_networkfirewall_firewall" "main" {
  vpc_id = aws_vpc.main.id
  subnet_mapping {
    subnet_id = aws_subnet.main[0].id
  }
}

resource "aws_db_instance" "main" {
  identifier = "main"
  engine     = "mysql"
}

resource "aws_db_instance" "reader" {
  count               = local.many
  replicate_source_db = aws_db_instance.main.identifier
  availability_zone   = "eu-west-1a"
}

resource "aws_efs_file_system" "uploads" {
}

resource "aws_efs_mount_target" "uploads" {
  count          = local.many
  file_system_id = aws_efs_file_system.uploads.id
  subnet_id      = aws_subnet.main[count.index].id
}

resource "aws_instance" "web" {
  count                  = local.many
  ami                    = "ami-1"
  subnet_id              = aws_subnet.main[count.index].id
  iam_instance_profile   = aws_iam_instance_profile.web.name
  vpc_security_group_ids = [aws_security_group.web.id]
  user_data              = "#!/bin/sh\nmount -t efs ${aws_efs_file_system.uploads.id}:/ /var/www"
}

resource "aws_security_group" "web" {
  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_iam_role" "web" {
}

resource "aws_iam_instance_profile" "web" {
  role = aws_iam_role.web.name
}

resource "aws_iam_role_policy" "web" {
  role   = aws_iam_role.web.id
  policy = jsonencode({ Statement = [{ Action = ["sqs:ReceiveMessage", "dynamodb:PutItem"], Resource = concat(aws_sqs_queue.work[*].arn, aws_dynamodb_table.orders[*].arn) }] })
}

resource "aws_sqs_queue" "work" {
  count = local.many
}

resource "aws_dynamodb_table" "orders" {
  count    = local.many
  hash_key = "id"
}

resource "aws_route53_zone" "main" {
  name = "example.com"
}

resource "aws_route53_record" "web" {
  count   = local.many
  name    = "www"
  zone_id = aws_route53_zone.main.zone_id
  type    = "A"
  ttl     = 60
  records = [aws_instance.web[0].public_ip]
  failover_routing_policy {
    type = "PRIMARY"
  }
}

resource "aws_lb" "main" {
  subnets = aws_subnet.main[*].id
}

resource "aws_lb_listener" "web" {
  load_balancer_arn = aws_lb.main.arn
  protocol          = "HTTP"
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.web.arn
  }
}

resource "aws_lb_target_group" "web" {
  protocol = "HTTP"
}

resource "aws_autoscaling_group" "main" {
  count               = local.many
  max_size            = 2
  min_size            = 1
  vpc_zone_identifier = [aws_subnet.main[count.index].id]
  target_group_arns   = [aws_lb_target_group.web.arn]
}

resource "aws_ecs_service" "main" {
  count = local.many
  load_balancer {
    target_group_arn = aws_lb_target_group.web.arn
  }
  network_configuration {
    subnets         = [aws_subnet.main[count.index].id]
    security_groups = [aws_security_group.web.id]
  }
}

resource "aws_elasticache_replication_group" "main" {
}

resource "aws_elasticache_cluster" "member" {
  count                = local.many
  replication_group_id = aws_elasticache_replication_group.main.id
}

resource "aws_ebs_volume" "data" {
  availability_zone = "eu-west-1a"
}

resource "aws_volume_attachment" "data" {
  count       = local.many
  volume_id   = aws_ebs_volume.data.id
  instance_id = aws_instance.web[count.index].id
}

resource "aws_eip" "web" {
  count    = local.many
  instance = aws_instance.web[0].id
}
