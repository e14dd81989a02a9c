locals {
  ami              = var.ami
  instance_profile = var.iam_instance_profile
}
