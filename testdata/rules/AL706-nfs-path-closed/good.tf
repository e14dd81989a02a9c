# By group; by the range of the subnets; with egress as resources of their own.
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

resource "aws_security_group" "batch" {
  vpc_id = aws_vpc.main.id
}

resource "aws_vpc_security_group_egress_rule" "batch" {
  security_group_id            = aws_security_group.batch.id
  referenced_security_group_id = aws_security_group.ranges.id
  ip_protocol                  = "tcp"
  from_port                    = 2049
  to_port                      = 2049
}

resource "aws_security_group" "ranges" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port   = 2049
    to_port     = 2049
    protocol    = "tcp"
    cidr_blocks = [aws_subnet.a.cidr_block]
  }
}

resource "aws_efs_file_system" "ranges" {}

resource "aws_efs_mount_target" "ranges" {
  file_system_id  = aws_efs_file_system.ranges.id
  subnet_id       = aws_subnet.a.id
  security_groups = [aws_security_group.ranges.id]
}

resource "aws_launch_template" "batch" {
  image_id               = "ami-1"
  vpc_security_group_ids = [aws_security_group.batch.id]
  user_data              = base64encode("mount -t efs ${aws_efs_file_system.ranges.id}:/ /srv")
}

resource "aws_autoscaling_group" "batch" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [aws_subnet.a.id]

  launch_template {
    id = aws_launch_template.batch.id
  }
}

resource "aws_security_group" "older" {
  vpc_id = aws_vpc.main.id
}

resource "aws_security_group_rule" "older" {
  security_group_id = aws_security_group.older.id
  type              = "egress"
  protocol          = "-1"
  from_port         = 0
  to_port           = 0
  cidr_blocks       = ["0.0.0.0/0"]
}

resource "aws_security_group" "everything" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port   = 2049
    to_port     = 2049
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/16"]
  }
}

resource "aws_efs_file_system" "everything" {}

resource "aws_efs_mount_target" "everything" {
  file_system_id  = aws_efs_file_system.everything.id
  subnet_id       = aws_subnet.a.id
  security_groups = [aws_security_group.everything.id]
}

resource "aws_launch_template" "older" {
  image_id               = "ami-1"
  vpc_security_group_ids = [aws_security_group.older.id]
  user_data              = base64encode("mount -t efs ${aws_efs_file_system.everything.id}:/ /srv")
}

resource "aws_autoscaling_group" "older" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [aws_subnet.a.id]

  launch_template {
    id = aws_launch_template.older.id
  }
}
