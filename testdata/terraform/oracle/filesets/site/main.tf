variable "prefix" {}

resource "aws_s3_object" "each" {
  for_each = fileset("${path.module}/content", "*.html")
  key      = "${var.prefix}/${each.key}"
  content  = file("${path.module}/content/${each.key}")
  etag     = filemd5("${path.module}/content/${each.key}")
  where    = path.module
}

output "keys" {
  value = [for o in aws_s3_object.each : o.key]
}

output "objects" {
  value = aws_s3_object.each
}
