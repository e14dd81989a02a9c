provider "aws" {
  region = "eu-west-1"
}

# Terraform removes the rule that lets everything out.
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "a" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.1.0/24"
}

resource "aws_security_group" "web" { # want AL706 "aws_security_group.web lets nothing out on port 2049"
  vpc_id = aws_vpc.main.id
}

resource "aws_security_group" "files" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port       = 2049
    to_port         = 2049
    protocol        = "tcp"
    security_groups = [aws_security_group.web.id]
  }
}

resource "aws_efs_file_system" "files" {}

resource "aws_efs_mount_target" "files" {
  file_system_id  = aws_efs_file_system.files.id
  subnet_id       = aws_subnet.a.id
  security_groups = [aws_security_group.files.id]
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
