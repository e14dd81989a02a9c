variable "subnets" {
  type = list(string)
}

resource "aws_efs_file_system" "uploads" {} # unknown AL704

resource "aws_efs_mount_target" "uploads" {
  for_each       = toset(var.subnets)
  file_system_id = aws_efs_file_system.uploads.id
  subnet_id      = each.value
}
