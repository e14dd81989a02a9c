output "this_s3_bucket_id" {
  # The bucket of a policy comes first: it is ready when the policy is.
  value = element(concat(aws_s3_bucket_policy.this[*].id, aws_s3_bucket.this[*].id, [""]), 0)
}

output "this_s3_bucket_arn" {
  value = element(concat(aws_s3_bucket.this[*].arn, [""]), 0)
}

output "this_s3_bucket_bucket_domain_name" {
  value = element(concat(aws_s3_bucket.this[*].bucket_domain_name, [""]), 0)
}

output "this_s3_bucket_bucket_regional_domain_name" {
  value = element(concat(aws_s3_bucket.this[*].bucket_regional_domain_name, [""]), 0)
}

output "this_s3_bucket_hosted_zone_id" {
  value = element(concat(aws_s3_bucket.this[*].hosted_zone_id, [""]), 0)
}
