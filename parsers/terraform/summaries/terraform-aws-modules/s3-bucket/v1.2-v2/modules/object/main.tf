resource "aws_s3_bucket_object" "this" {
  count = var.create ? 1 : 0

  bucket = var.bucket
  key    = var.key
}
