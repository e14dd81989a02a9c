provider "aws" {
  region = "eu-west-1"
}

resource "aws_instance" "app" {
  ami           = "ami-1"
  instance_type = "m7g.large"
  user_data     = <<-EOT
    #!/bin/bash
    echo "DB_HOST=${aws_rds_cluster.main.endpoint}" >> /etc/app.env
  EOT
}

resource "aws_rds_cluster" "main" {
  cluster_identifier = "main"
  engine             = "aurora-mysql"
}

resource "aws_rds_cluster_instance" "main" { # want AL516 "aws_instance.app is given the address of aws_rds_cluster.main alone"
  count              = 2
  cluster_identifier = aws_rds_cluster.main.id
  engine             = "aurora-mysql"
  instance_class     = "db.r7g.large"
}

# Others are told of the writer alone, too.
output "writer" {
  value = aws_rds_cluster.main.endpoint
}
