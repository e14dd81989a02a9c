resource "aws_elastic_beanstalk_application" "default" {
  name        = module.this.id
  description = var.description
  tags        = { for k, v in module.this.tags : k => v if k != "Name" && k != "Namespace" }
}

output "elastic_beanstalk_application_name" {
  value = aws_elastic_beanstalk_application.default.name
}
