variable "tenants" {
  type    = set(string)
  default = ["north", "south"]
}

variable "subnet_ids" {
  type = list(string)
}

variable "backups" {
  default = true
}

module "tenant" {
  source   = "terraform-aws-modules/efs/aws"
  version  = "2.0.0"
  for_each = var.tenants

  name                  = "tenant-${each.key}"
  enable_backup_policy  = var.backups
  create_backup_policy  = each.key != "south"
  mount_targets         = { for i, id in var.subnet_ids : i => { subnet_id = id } }
  security_group_vpc_id = "vpc-0123456789abcdef0"
}

output "ids" {
  value = { for k, m in module.tenant : k => m.id }
}
