locals {
  availability_zones = var.availability_zone
  user_data          = var.user_data_base64
  profile_name       = var.iam_instance_profile_name
  profile_arn        = var.iam_instance_profile_arn

  # The instances' security groups are not those of written interfaces.
  instance_groups  = var.security_groups
  interface_groups = []

  none = ""
}
