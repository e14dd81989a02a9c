resource "aws_efs_file_system" "absent" {} # want AL707 "nothing keeps copies of aws_efs_file_system.absent"

resource "aws_efs_file_system" "off" {}

resource "aws_efs_backup_policy" "off" {
  file_system_id = aws_efs_file_system.off.id

  backup_policy {
    status = "DISABLED" # want AL707 "nothing keeps copies of aws_efs_file_system.off"
  }
}
