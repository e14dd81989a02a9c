resource "aws_s3_directory_bucket" "this" {
  count = local.create && var.is_directory_bucket ? 1 : 0

  bucket = "${var.bucket}--${var.availability_zone_id}--x-s3"
}
