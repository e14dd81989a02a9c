terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

variable "name" {}

variable "replicas" {
  type    = list(string)
  default = []
}

resource "aws_s3_bucket" "this" {
  bucket = var.name
}

resource "aws_s3_bucket_replication_configuration" "this" {
  count  = length(var.replicas) > 0 ? 1 : 0
  bucket = aws_s3_bucket.this.bucket

  dynamic "rule" {
    for_each = var.replicas
    content {
      id       = "to-${rule.value}"
      priority = rule.key

      destination {
        bucket = "arn:aws:s3:::${rule.value}"
      }
    }
  }
}

output "name" {
  value = aws_s3_bucket.this.bucket
}

output "count" {
  value = length(aws_s3_bucket_replication_configuration.this)
}
