resource "aws_s3_bucket_logging" "this" {
  count = local.create && length(keys(var.logging)) > 0 && !var.is_directory_bucket ? 1 : 0

  bucket        = aws_s3_bucket.this[0].id
  target_bucket = var.logging["target_bucket"]
  target_prefix = try(var.logging["target_prefix"], null)
}
