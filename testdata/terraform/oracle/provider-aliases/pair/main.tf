terraform {
  required_providers {
    aws = {
      source                = "hashicorp/aws"
      configuration_aliases = [aws.replica]
    }
  }
}

variable "name" {}

data "aws_availability_zones" "replica" {
  provider = aws.replica
}

resource "aws_s3_bucket" "main" {
  bucket = "${var.name}-main"
}

resource "aws_s3_bucket" "replica" {
  provider = aws.replica
  count    = length(data.aws_availability_zones.replica.names)
  bucket   = "${var.name}-replica-${count.index}"
}

output "names" {
  value = concat([aws_s3_bucket.main.bucket], aws_s3_bucket.replica[*].bucket)
}

output "zones" {
  value = data.aws_availability_zones.replica.names
}
