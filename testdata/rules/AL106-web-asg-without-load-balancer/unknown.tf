variable "target_groups" {
  type = list(string)
}

variable "subnets" {
  type = list(string)
}

# A rule for every port says nothing of what listens: these may be firewalls.
resource "aws_security_group" "every_port" {
  vpc_id = "vpc-1"

  ingress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_launch_template" "every_port" {
  image_id               = "ami-1"
  vpc_security_group_ids = [aws_security_group.every_port.id]
}

resource "aws_autoscaling_group" "every_port" { # unknown AL106
  min_size           = 2
  max_size           = 4
  availability_zones = ["eu-west-1a"]

  launch_template {
    id = aws_launch_template.every_port.id
  }
}

variable "security_group" {
  type = string
}

resource "aws_security_group" "web" {
  vpc_id = "vpc-1"

  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_launch_template" "web" {
  image_id               = "ami-1"
  vpc_security_group_ids = [aws_security_group.web.id]
}

resource "aws_autoscaling_group" "perhaps_attached" { # unknown AL106
  min_size           = 2
  max_size           = 4
  availability_zones = ["eu-west-1a"]
  target_group_arns  = var.target_groups

  launch_template {
    id = aws_launch_template.web.id
  }
}

resource "aws_autoscaling_group" "perhaps_public" { # unknown AL106
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = var.subnets

  launch_template {
    id = aws_launch_template.web.id
  }
}

resource "aws_launch_template" "guarded" {
  image_id               = "ami-1"
  vpc_security_group_ids = [var.security_group]
}

resource "aws_autoscaling_group" "perhaps_open" { # unknown AL106
  min_size           = 2
  max_size           = 4
  availability_zones = ["eu-west-1a"]

  launch_template {
    id = aws_launch_template.guarded.id
  }
}
