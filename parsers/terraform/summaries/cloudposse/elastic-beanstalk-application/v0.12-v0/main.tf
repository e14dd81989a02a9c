resource "aws_elastic_beanstalk_application" "default" {
  count = module.this.enabled ? 1 : 0

  name        = module.this.id
  description = var.description
  tags        = { for k, v in module.this.tags : k => v if k != "Name" && k != "Namespace" }
}

output "elastic_beanstalk_application_name" {
  value = try(aws_elastic_beanstalk_application.default[0].name, null)
}

output "elastic_beanstalk_application_arn" {
  value = try(aws_elastic_beanstalk_application.default[0].arn, null)
}
