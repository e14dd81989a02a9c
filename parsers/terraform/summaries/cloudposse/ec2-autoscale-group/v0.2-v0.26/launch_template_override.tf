resource "aws_launch_template" "default" {
  iam_instance_profile {
    name = var.iam_instance_profile_name
  }
}
