# It makes a bucket for logs, which nothing but the load balancer writes.
module "elb_logs" {
  source  = "cloudposse/lb-s3-bucket/aws"
  version = "0.20.0"

  enabled = var.enable_loadbalancer_logs && local.enabled && local.web && var.environment_type == "LoadBalanced" && var.loadbalancer_type != "network" && !var.loadbalancer_is_shared
  context = module.this.context
}

locals {
  logging_rows = var.enable_loadbalancer_logs ? [
    ["aws:elbv2:loadbalancer", "AccessLogsS3Enabled", "true"],
    ["aws:elbv2:loadbalancer", "AccessLogsS3Bucket", module.elb_logs.bucket_id],
  ] : []
}

variable "enable_loadbalancer_logs" {
  type    = bool
  default = true
}
