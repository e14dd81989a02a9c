resource "aws_subnet" "public" {
  vpc_id                  = "vpc-1"
  map_public_ip_on_launch = true
}

resource "aws_subnet" "private" {
  vpc_id = "vpc-1"
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

resource "aws_security_group" "bastion" {
  vpc_id = "vpc-1"

  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_launch_template" "web" {
  image_id               = "ami-1"
  vpc_security_group_ids = [aws_security_group.web.id]
}

resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_autoscaling_group" "attached" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [aws_subnet.public.id]
  target_group_arns   = [aws_lb_target_group.web.arn]

  launch_template {
    id = aws_launch_template.web.id
  }
}

# Attached by a resource of its own.
resource "aws_autoscaling_group" "outside" {
  name                = "outside"
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [aws_subnet.public.id]

  launch_template {
    id = aws_launch_template.web.id
  }
}

resource "aws_autoscaling_attachment" "outside" {
  autoscaling_group_name = "outside"
  lb_target_group_arn    = aws_lb_target_group.web.arn
}

# A bastion takes no web port.
resource "aws_launch_template" "bastion" {
  image_id               = "ami-1"
  vpc_security_group_ids = [aws_security_group.bastion.id]
}

resource "aws_autoscaling_group" "bastion" {
  min_size            = 1
  max_size            = 1
  vpc_zone_identifier = [aws_subnet.public.id]

  launch_template {
    id = aws_launch_template.bastion.id
  }
}

# Nor has this one a public address.
resource "aws_autoscaling_group" "private" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [aws_subnet.private.id]

  launch_template {
    id = aws_launch_template.web.id
  }
}

# The flag of the interface wins over the subnet's.
resource "aws_launch_template" "unaddressed" {
  image_id = "ami-1"

  network_interfaces {
    associate_public_ip_address = false
    security_groups             = [aws_security_group.web.id]
  }
}

resource "aws_autoscaling_group" "unaddressed" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [aws_subnet.public.id]

  launch_template {
    id = aws_launch_template.unaddressed.id
  }
}

# Capacity of an ECS cluster: its services have load balancers of their own.
resource "aws_autoscaling_group" "capacity" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [aws_subnet.public.id]

  launch_template {
    id = aws_launch_template.web.id
  }
}

resource "aws_ecs_capacity_provider" "capacity" {
  name = "capacity"

  auto_scaling_group_provider {
    auto_scaling_group_arn = aws_autoscaling_group.capacity.arn
  }
}

# Turned off.
resource "aws_autoscaling_group" "off" {
  min_size            = 0
  max_size            = 0
  vpc_zone_identifier = [aws_subnet.public.id]

  launch_template {
    id = aws_launch_template.web.id
  }
}
