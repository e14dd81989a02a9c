resource "aws_db_subnet_group" "database" {
  name       = "blog"
  subnet_ids = ["subnet-1"]
}

resource "aws_security_group" "database" {}

output "database_subnet_group" {
  value = aws_db_subnet_group.database.name
}

output "database_security_group" {
  value = aws_security_group.database.id
}
