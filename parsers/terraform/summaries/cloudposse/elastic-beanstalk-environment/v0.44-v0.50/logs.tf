resource "aws_s3_bucket" "elb_logs" {
  count  = local.enabled && local.web && var.environment_type == "LoadBalanced" && var.loadbalancer_type != "network" && !var.loadbalancer_is_shared ? 1 : 0
  bucket = "${module.this.id}-eb-loadbalancer-logs"
}

locals {
  logging_rows = [
    ["aws:elbv2:loadbalancer", "AccessLogsS3Enabled", "true"],
    ["aws:elbv2:loadbalancer", "AccessLogsS3Bucket", !var.loadbalancer_is_shared ? join("", sort(aws_s3_bucket.elb_logs[*].id)) : ""],
  ]
}
