resource "aws_efs_file_system" "policy" {}

resource "aws_efs_backup_policy" "policy" {
  file_system_id = aws_efs_file_system.policy.id

  backup_policy {
    status = "ENABLED"
  }
}

resource "aws_efs_file_system" "selected" {}

resource "aws_backup_selection" "files" {
  name         = "files"
  iam_role_arn = "arn:aws:iam::123456789012:role/backup"
  plan_id      = "plan"
  resources    = [aws_efs_file_system.selected.arn]
}

# One Zone storage is backed up unless it says otherwise.
resource "aws_efs_file_system" "one_zone" {
  availability_zone_name = "eu-west-1a"
}
