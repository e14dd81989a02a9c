resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
}

resource "aws_subnet" "public" {
  vpc_id                  = aws_vpc.main.id
  cidr_block              = "10.0.1.0/24"
  map_public_ip_on_launch = true
}

resource "aws_subnet" "private" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.2.0/24"
}

resource "aws_eip" "nat" {
  domain = "vpc"
}

# There is another way out.
resource "aws_nat_gateway" "main" {
  allocation_id = aws_eip.nat.id
  subnet_id     = aws_subnet.public.id
}

resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = aws_vpc.main.id
}

resource "aws_launch_template" "plain" {
  image_id = "ami-1"
}

resource "aws_autoscaling_group" "by_subnet" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [aws_subnet.public.id] # want AL208 "aws_autoscaling_group.by_subnet takes public addresses although a load balancer stands before it: its subnet aws_subnet.public gives them"
  target_group_arns   = [aws_lb_target_group.web.arn]

  launch_template {
    id = aws_launch_template.plain.id
  }
}

resource "aws_launch_template" "flagged" {
  image_id = "ami-1"

  network_interfaces {
    associate_public_ip_address = true # want AL208 "aws_autoscaling_group.by_flag takes public addresses although a load balancer stands before it: its interface asks for one"
  }
}

resource "aws_autoscaling_group" "by_flag" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [aws_subnet.private.id]
  target_group_arns   = [aws_lb_target_group.web.arn]

  launch_template {
    id = aws_launch_template.flagged.id
  }
}

resource "aws_instance" "addressed" {
  ami       = "ami-1"
  subnet_id = aws_subnet.private.id
}

resource "aws_eip" "addressed" {
  instance = aws_instance.addressed.id # want AL208 "aws_instance.addressed takes public addresses although a load balancer stands before it: aws_eip.addressed is associated with it"
}

resource "aws_lb_target_group_attachment" "addressed" {
  target_group_arn = aws_lb_target_group.web.arn
  target_id        = aws_instance.addressed.id
}
