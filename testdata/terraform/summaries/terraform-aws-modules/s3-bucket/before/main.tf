module "third" {
  source  = "terraform-aws-modules/s3-bucket/aws"
  version = "3.15.2"

  bucket                                = "third"
  attach_deny_insecure_transport_policy = true
  logging                               = { target_bucket = "logs" }
}

module "second" {
  source  = "terraform-aws-modules/s3-bucket/aws"
  version = "2.15.0"

  for_each = toset(["a", "b"])

  bucket = "second-${each.key}"
  acl    = "private"
  logging = {
    target_bucket = module.third.s3_bucket_id
    target_prefix = "second/"
  }
}

module "first" {
  source  = "terraform-aws-modules/s3-bucket/aws"
  version = "1.25.0"

  bucket                         = "first"
  attach_elb_log_delivery_policy = true
}

output "first" {
  value = module.first.this_s3_bucket_id
}
