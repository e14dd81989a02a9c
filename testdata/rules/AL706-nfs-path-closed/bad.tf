# It admits another group only.
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

resource "aws_security_group" "other" {
  vpc_id = aws_vpc.main.id

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "files" { # want AL706 "aws_security_group.files lets nothing in on port 2049 from aws_autoscaling_group.web, so that aws_autoscaling_group.web cannot mount aws_efs_file_system.files"
  vpc_id = aws_vpc.main.id

  ingress {
    from_port       = 2049
    to_port         = 2049
    protocol        = "tcp"
    security_groups = [aws_security_group.other.id]
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

# What lets only HTTPS out cannot mount.
resource "aws_security_group" "shut" { # want AL706 "aws_security_group.shut lets nothing out on port 2049, so that aws_autoscaling_group.shut cannot mount aws_efs_file_system.open"
  vpc_id = aws_vpc.main.id

  egress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "open" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port       = 2049
    to_port         = 2049
    protocol        = "tcp"
    security_groups = [aws_security_group.shut.id]
  }
}

resource "aws_efs_file_system" "open" {}

resource "aws_efs_mount_target" "open" {
  file_system_id  = aws_efs_file_system.open.id
  subnet_id       = aws_subnet.a.id
  security_groups = [aws_security_group.open.id]
}

resource "aws_launch_template" "shut" {
  image_id               = "ami-1"
  vpc_security_group_ids = [aws_security_group.shut.id]
  user_data              = base64encode("mount -t efs ${aws_efs_file_system.open.id}:/ /srv")
}

resource "aws_autoscaling_group" "shut" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [aws_subnet.a.id]

  launch_template {
    id = aws_launch_template.shut.id
  }
}
