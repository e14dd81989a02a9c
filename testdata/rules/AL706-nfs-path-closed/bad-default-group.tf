provider "aws" {
  region = "eu-west-1"
}

# No group is written at the mount target.
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "a" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.1.0/24"
}

resource "aws_security_group" "web" {
  vpc_id = aws_vpc.main.id

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_efs_file_system" "files" {}

resource "aws_efs_mount_target" "files" { # want AL706 "aws_efs_mount_target.files has the VPC.s default security group, which admits nobody else"
  file_system_id = aws_efs_file_system.files.id
  subnet_id      = aws_subnet.a.id
}

resource "aws_launch_template" "web" {
  image_id               = "ami-1"
  vpc_security_group_ids = [aws_security_group.web.id]
  user_data              = base64encode("mount -t efs ${aws_efs_file_system.files.id}:/ /srv")
}

resource "aws_autoscaling_group" "web" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [aws_subnet.a.id]

  launch_template {
    id = aws_launch_template.web.id
  }
}
