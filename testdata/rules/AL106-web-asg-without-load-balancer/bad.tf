resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "public" {
  vpc_id                  = aws_vpc.main.id
  cidr_block              = "10.0.1.0/24"
  map_public_ip_on_launch = true
}

resource "aws_subnet" "quiet" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.2.0/24"
}

resource "aws_security_group" "web" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# By the subnet's flag.
resource "aws_launch_template" "plain" {
  image_id               = "ami-1"
  vpc_security_group_ids = [aws_security_group.web.id]
}

resource "aws_autoscaling_group" "by_subnet" { # want AL106 "aws_autoscaling_group.by_subnet serves the web without a load balancer: its instances take port 80 from anywhere"
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [aws_subnet.public.id]

  launch_template {
    id = aws_launch_template.plain.id
  }
}

# By the interface's flag, whatever the subnet says.
resource "aws_launch_template" "flagged" {
  image_id = "ami-1"

  network_interfaces {
    associate_public_ip_address = true
    security_groups             = [aws_security_group.web.id]
  }
}

resource "aws_autoscaling_group" "by_flag" { # want AL106 "by_flag serves the web"
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [aws_subnet.quiet.id]

  launch_template {
    id = aws_launch_template.flagged.id
  }
}

resource "aws_launch_configuration" "web" {
  image_id                    = "ami-1"
  security_groups             = [aws_security_group.web.id]
  associate_public_ip_address = true
}

resource "aws_autoscaling_group" "configured" { # want AL106 "configured serves the web"
  min_size             = 1
  max_size             = 4
  vpc_zone_identifier  = [aws_subnet.quiet.id]
  launch_configuration = aws_launch_configuration.web.name
}

# Zones without subnets are those of the default VPC, whose subnets give public addresses.
resource "aws_autoscaling_group" "default_subnets" { # want AL106 "default_subnets serves the web"
  min_size           = 1
  max_size           = 4
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id = aws_launch_template.plain.id
  }
}
