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

resource "aws_db_instance" "reader" { # want AL516 "nothing reads from aws_db_instance.reader: aws_instance.app is given the address of aws_db_instance.main alone"
  replicate_source_db = aws_db_instance.main.identifier
  instance_class      = "db.m7g.large"
}

resource "aws_cloudwatch_metric_alarm" "lag" {
  alarm_name          = "lag"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 3
  namespace           = "AWS/RDS"
  metric_name         = "ReplicaLag"
  threshold           = 30
  dimensions = {
    DBInstanceIdentifier = aws_db_instance.reader.identifier
  }
}

resource "aws_rds_cluster" "shop" {
  cluster_identifier = "shop"
  engine             = "aurora-mysql"
}

resource "aws_rds_cluster_instance" "shop" { # want AL516 "nothing reads from aws_rds_cluster_instance.shop\[1\]: aws_ecs_service.shop is given the address of aws_rds_cluster.shop alone"
  count              = 2
  cluster_identifier = aws_rds_cluster.shop.id
  engine             = "aurora-mysql"
  instance_class     = "db.r7g.large"
}

# To wait for a reader is not to read from it.
resource "aws_ecs_service" "shop" {
  name            = "shop"
  task_definition = aws_ecs_task_definition.shop.arn
  depends_on      = [aws_rds_cluster_instance.shop]
}

resource "aws_ecs_task_definition" "shop" {
  family = "shop"
  container_definitions = jsonencode([{
    name        = "shop"
    image       = "shop"
    environment = [{ name = "DB_HOST", value = aws_rds_cluster.shop.endpoint }]
  }])
}
