# A three-tier stack as many begin: it works until something fails.
provider "aws" {
  region = "eu-west-1"
}

variable "database_password" {
  type      = string
  sensitive = true
}

variable "multi_az" {
  description = "Keep a standby of the database."
  type        = bool
  default     = false
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "public" {
  count             = 2
  vpc_id            = aws_vpc.main.id
  cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 8, count.index)
  availability_zone = ["eu-west-1a", "eu-west-1b"][count.index]
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.main.id
}

resource "aws_route" "public" {
  route_table_id         = aws_route_table.public.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.main.id
}

resource "aws_route_table_association" "public" {
  count          = 2
  subnet_id      = aws_subnet.public[count.index].id
  route_table_id = aws_route_table.public.id
}

resource "aws_subnet" "app" {
  vpc_id            = aws_vpc.main.id
  cidr_block        = "10.0.10.0/24"
  availability_zone = "eu-west-1a"
}

resource "aws_security_group" "web" { # want AL806 "aws_security_group.web guards aws_lb.web as well as aws_autoscaling_group.web"
  vpc_id = aws_vpc.main.id

  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_lb" "web" {
  subnets         = aws_subnet.public[*].id
  security_groups = [aws_security_group.web.id]
}

# want AL202 "because no path is written"
resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = aws_vpc.main.id

  # want AL401 "the fleet reaches no session store: sessions die with the instance"
  stickiness {
    type = "lb_cookie"
  }
}

resource "aws_lb_listener" "web" {
  load_balancer_arn = aws_lb.web.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.web.arn
  }
}

locals {
  boot = <<-EOT
    #!/bin/bash
    yum install -y httpd php
    mkfs -t xfs /dev/sdf
    mkdir -p /var/www/html/images
    mount /dev/sdf /var/www/html/images
    systemctl start httpd
  EOT
}

resource "aws_launch_template" "web" {
  image_id               = "ami-0123456789abcdef0"
  instance_type          = "t3.small"
  vpc_security_group_ids = [aws_security_group.web.id]
  # want AL701 "keeps /var/www/html/images on an EBS volume of its own"
  user_data = base64encode(local.boot)

  block_device_mappings {
    device_name = "/dev/sdf"

    ebs {
      volume_size = 100
    }
  }
}

# want AL102 "does not replace instances that fail the health checks of aws_lb_target_group.web" want AL104 "web stays at the size it starts with" want AL112 "never replaces running instances"
resource "aws_autoscaling_group" "web" {
  min_size = 2
  max_size = 4
  # want AL101 "can launch only in eu-west-1a: its only subnet is aws_subnet.app" want AL811 "aws_autoscaling_group.web installs httpd when it boots, but no route of aws_subnet.app leads out of its VPC"
  vpc_zone_identifier = [aws_subnet.app.id]
  target_group_arns   = [aws_lb_target_group.web.arn]

  launch_template {
    id = aws_launch_template.web.id
  }
}

resource "aws_security_group" "database" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port       = 3306
    to_port         = 3306
    protocol        = "tcp"
    security_groups = [aws_security_group.web.id]
  }
}

resource "aws_db_subnet_group" "main" {
  subnet_ids = concat(aws_subnet.public[*].id, [aws_subnet.app.id]) # want AL803 "may run in (aws_subnet.public\[0\]|PublicA), which is public"
}

# want AL502 "every read of aws_autoscaling_group.web goes to aws_db_instance.main" want AL512 "no maximum is written" want AL513 "deletion protection is off"
resource "aws_db_instance" "main" {
  engine                 = "mysql"
  instance_class         = "db.t3.medium"
  allocated_storage      = 100
  username               = "app"
  password               = var.database_password
  db_subnet_group_name   = aws_db_subnet_group.main.name
  vpc_security_group_ids = [aws_security_group.database.id]
  # want AL501 "Multi-AZ is off \(by default of var.multi_az\)"
  multi_az                = var.multi_az
  backup_retention_period = 0 # want AL508 "its backup retention is 0 days"
}

# want AL201 "has no health check of its own" want AL206 "does not drain connections" want AL209 "is a Classic Load Balancer" unknown AL810
resource "aws_elb" "admin" {
  subnets = aws_subnet.public[*].id

  listener {
    lb_port           = 80
    lb_protocol       = "http"
    instance_port     = 8080
    instance_protocol = "http"
  }
}
