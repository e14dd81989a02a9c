resource "aws_iam_role" "enhanced_monitoring" {
  name        = var.monitoring_role_use_name_prefix ? null : var.monitoring_role_name
  name_prefix = var.monitoring_role_use_name_prefix ? "${var.monitoring_role_name}-" : null
}
