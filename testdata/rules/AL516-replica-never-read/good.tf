resource "aws_instance" "app" {
  ami           = "ami-1"
  instance_type = "m7g.large"
  user_data     = <<-EOT
    #!/bin/bash
    echo "DB_HOST=${aws_db_instance.main.address}" >> /etc/app.env
  EOT
}

resource "aws_db_instance" "main" {
  identifier     = "main"
  engine         = "mysql"
  instance_class = "db.m7g.large"
}

resource "aws_db_instance" "reader" {
  replicate_source_db = aws_db_instance.main.identifier
  instance_class      = "db.m7g.large"
}

resource "aws_route53_record" "reader" {
  zone_id = "Z1"
  name    = "reader.internal"
  type    = "CNAME"
  ttl     = 60
  records = [aws_db_instance.reader.address]
}

resource "aws_rds_cluster" "shop" {
  cluster_identifier = "shop"
  engine             = "aurora-mysql"
}

resource "aws_rds_cluster_instance" "shop" {
  count              = 2
  cluster_identifier = aws_rds_cluster.shop.id
  engine             = "aurora-mysql"
  instance_class     = "db.r7g.large"
}

resource "aws_ecs_service" "shop" {
  name            = "shop"
  task_definition = aws_ecs_task_definition.shop.arn
}

resource "aws_ecs_task_definition" "shop" {
  family = "shop"
  container_definitions = jsonencode([{
    name  = "shop"
    image = "shop"
    environment = [
      { name = "WRITER", value = aws_rds_cluster.shop.endpoint },
      { name = "READER", value = aws_rds_cluster.shop.reader_endpoint },
    ]
  }])
}

# Nobody here is configured with it.
resource "aws_db_instance" "elsewhere" {
  identifier     = "elsewhere"
  engine         = "mysql"
  instance_class = "db.m7g.large"
}

resource "aws_db_instance" "elsewhere_reader" {
  replicate_source_db = aws_db_instance.elsewhere.identifier
  instance_class      = "db.m7g.large"
}
