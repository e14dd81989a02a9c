resource "aws_efs_file_system" "uploads" {
  count = local.many
}

resource "aws_subnet" "main" {
  count             = local.many
  vpc_id            = "vpc-1"
  availability_zone = "eu-west-1a"
}

resource "aws_efs_mount_target" "uploads" {
  count          = local.many
  file_system_id = aws_efs_file_system.uploads[count.index].id
  subnet_id      = aws_subnet.main[count.index].id
}

resource "aws_backup_selection" "uploads" {
  count     = local.many
  resources = [aws_efs_file_system.uploads[count.index].arn]
}

resource "aws_instance" "web" {
  count     = local.many
  ami       = "ami-1"
  subnet_id = aws_subnet.main[count.index].id
  user_data = "#!/bin/sh\nmount -t efs ${aws_efs_file_system.uploads[count.index].id}:/ /var/www"
}

resource "aws_fsx_windows_file_system" "shared" {
  count      = local.many
  subnet_ids = [aws_subnet.main[count.index].id]
}

resource "aws_ebs_volume" "data" {
  count                = local.many
  availability_zone    = "eu-west-1a"
  multi_attach_enabled = true
}

resource "aws_volume_attachment" "data" {
  count       = local.many
  volume_id   = aws_ebs_volume.data[count.index].id
  instance_id = aws_instance.web[count.index].id
  device_name = "/dev/sdf"
}
