module "off" {
  source  = "terraform-aws-modules/efs/aws"
  version = "2.0.0"
  create  = false
  name    = "off"

  mount_targets = {
    a = { subnet_id = "subnet-1" }
  }
}

module "bare" {
  source  = "terraform-aws-modules/efs/aws"
  version = "2.0.0"

  create_backup_policy = false
}

output "off" {
  value = module.off.id
}
