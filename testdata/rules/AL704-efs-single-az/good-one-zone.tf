# Everything that uses the files runs in their zone; the group is told of for itself.
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "a" {
  vpc_id            = aws_vpc.main.id
  cidr_block        = "10.0.0.0/24"
  availability_zone = "eu-west-1a"
}

resource "aws_subnet" "b" {
  vpc_id            = aws_vpc.main.id
  cidr_block        = "10.0.1.0/24"
  availability_zone = "eu-west-1b"
}

resource "aws_subnet" "c" {
  vpc_id            = aws_vpc.main.id
  cidr_block        = "10.0.2.0/24"
  availability_zone = "eu-west-1c"
}

resource "aws_efs_file_system" "uploads" {
  availability_zone_name = "eu-west-1a"
}

resource "aws_efs_mount_target" "a" {
  file_system_id = aws_efs_file_system.uploads.id
  subnet_id      = aws_subnet.a.id
}

resource "aws_launch_template" "web" {
  image_id      = "ami-1"
  instance_type = "m7g.large"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    mount -t efs ${aws_efs_file_system.uploads.id}:/ /var/www/uploads
  EOT
  )
}

resource "aws_autoscaling_group" "web" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [aws_subnet.a.id]

  launch_template {
    id      = aws_launch_template.web.id
    version = aws_launch_template.web.latest_version
  }
}
