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

resource "aws_db_instance" "reader" { # unknown AL516
  replicate_source_db = aws_db_instance.main.identifier
  instance_class      = "db.m7g.large"
}

output "reader" {
  value = aws_db_instance.reader.address
}
