variable "subnet_id" {}

module "scratch" {
  source  = "terraform-aws-modules/efs/aws"
  version = "2.0.0"

  name                   = "scratch"
  availability_zone_name = "eu-west-1a"
  attach_policy          = false
  enable_backup_policy   = false

  create_security_group = false
  mount_targets = {
    eu-west-1a = {
      subnet_id       = var.subnet_id
      security_groups = ["sg-0123456789abcdef0"]
    }
  }

  create_replication_configuration = true
  replication_configuration_destination = {
    region = "eu-west-2"
  }
}
