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

resource "aws_rds_cluster_instance" "main" { # unknown AL516
  count              = 2
  cluster_identifier = aws_rds_cluster.main.id
  engine             = "aurora-mysql"
  instance_class     = "db.r7g.large"
}

# Whoever reads the outputs of this root finds the readers there.
output "reader" {
  value = aws_rds_cluster.main.reader_endpoint
}
