resource "terraform_data" "read" {
  input = [local.one, local.two, local.list, local.object, local.quoted, var.untyped, aws_sqs_queue.counted[*].name, { for k, m in module.m : k => m.port }, aws_security_group.this.ingress[1].cidr]
}
