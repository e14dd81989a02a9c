resource "aws_autoscaling_group" "default" {
  name        = var.use_name_prefix ? null : "${module.this.id}${module.this.delimiter}"
  name_prefix = var.use_name_prefix ? "${module.this.id}${module.this.delimiter}" : null
}
