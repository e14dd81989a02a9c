locals {
  create = var.create_bucket && var.putin_khuylo

  attach_policy = (
    var.attach_policy ||
    var.attach_require_latest_tls_policy ||
    var.attach_deny_insecure_transport_policy ||
    var.attach_deny_incorrect_encryption_headers ||
    var.attach_deny_incorrect_kms_key_sse ||
    var.attach_deny_unencrypted_object_uploads ||
    var.attach_deny_ssec_encrypted_object_uploads ||
    var.attach_access_log_delivery_policy ||
    var.attach_elb_log_delivery_policy ||
    var.attach_lb_log_delivery_policy ||
    var.attach_cloudtrail_log_delivery_policy ||
    var.attach_waf_log_delivery_policy ||
    var.attach_inventory_destination_policy ||
    var.attach_analytics_destination_policy
  )
}

resource "aws_s3_bucket" "this" {
  count = local.create && !var.is_directory_bucket ? 1 : 0

  bucket        = var.bucket
  bucket_prefix = var.bucket_prefix
  tags          = var.tags
}

resource "aws_s3_bucket_policy" "this" {
  count = local.create && local.attach_policy ? 1 : 0

  bucket = aws_s3_bucket.this[0].id
}
