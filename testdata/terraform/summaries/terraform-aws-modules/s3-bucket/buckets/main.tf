variable "environment" {
  default = "dev"
}

resource "aws_iam_role" "web" {
  assume_role_policy = "{}"
}

module "logs" {
  source  = "terraform-aws-modules/s3-bucket/aws"
  version = "5.15.4"

  bucket                            = "logs-${var.environment}"
  attach_elb_log_delivery_policy    = true
  attach_access_log_delivery_policy = true
  force_destroy                     = true
}

module "uploads" {
  source  = "terraform-aws-modules/s3-bucket/aws"
  version = "5.15.4"

  bucket_prefix = "uploads-"
  attach_policy = true
  policy        = jsonencode({ Statement = [{ Effect = "Allow", Principal = { AWS = aws_iam_role.web.arn }, Action = "s3:*" }] })
  versioning    = { enabled = true }
  logging       = { target_bucket = module.logs.s3_bucket_id, target_prefix = "uploads/" }
  tags          = { Environment = var.environment }
}

resource "aws_ssm_parameter" "uploads" {
  name  = "/uploads"
  type  = "String"
  value = module.uploads.s3_bucket_id
}

module "express" {
  source  = "terraform-aws-modules/s3-bucket/aws"
  version = "4.11.0"

  is_directory_bucket  = true
  bucket               = "fast"
  availability_zone_id = "use1-az4"
  attach_policy        = true
  policy               = "{}"
}

module "plain" {
  source  = "terraform-aws-modules/s3-bucket/aws"
  version = "4.11.0"
}

module "none" {
  source        = "terraform-aws-modules/s3-bucket/aws"
  version       = "5.15.4"
  create_bucket = false
  logging       = { target_bucket = "logs" }
}
