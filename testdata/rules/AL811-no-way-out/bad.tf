resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
}

resource "aws_subnet" "public" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.0.0/24"
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.main.id

  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.main.id
  }
}

resource "aws_route_table_association" "public" {
  subnet_id      = aws_subnet.public.id
  route_table_id = aws_route_table.public.id
}

# Its route table is the VPC's own, which leads nowhere.
resource "aws_subnet" "private" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.1.0/24"
}

resource "aws_launch_template" "packages" {
  image_id = "ami-0123456789abcdef0"

  user_data = base64encode(<<-EOT
    #!/bin/bash
    apt-get update
    apt-get install -y nginx
  EOT
  )
}

resource "aws_autoscaling_group" "packages" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [aws_subnet.private.id] # want AL811 "aws_autoscaling_group.packages installs nginx when it boots, but no route of aws_subnet.private leads out of its VPC"

  launch_template {
    id = aws_launch_template.packages.id
  }
}

# Packages of Amazon Linux lie in S3, to which the VPC has no endpoint.
resource "aws_instance" "amazon_linux" {
  ami       = "ami-0123456789abcdef0"
  subnet_id = aws_subnet.private.id # want AL811 "aws_instance.amazon_linux installs httpd when it boots, but no route of aws_subnet.private leads out of its VPC"
  user_data = <<-EOT
    #!/bin/bash
    dnf install -y httpd
  EOT
}

# One of its two subnets will do; in the other it never comes up.
resource "aws_autoscaling_group" "half" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [aws_subnet.behind_nat.id, aws_subnet.private.id] # want AL811 "no route of aws_subnet.private leads out"

  launch_template {
    id = aws_launch_template.packages.id
  }
}

resource "aws_nat_gateway" "main" {
  subnet_id = aws_subnet.public.id
}

resource "aws_route_table" "behind_nat" {
  vpc_id = aws_vpc.main.id

  route {
    cidr_block     = "0.0.0.0/0"
    nat_gateway_id = aws_nat_gateway.main.id
  }
}

resource "aws_subnet" "behind_nat" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.2.0/24"
}

resource "aws_route_table_association" "behind_nat" {
  subnet_id      = aws_subnet.behind_nat.id
  route_table_id = aws_route_table.behind_nat.id
}

# Nothing but what has a public address uses an internet gateway.
resource "aws_instance" "unaddressed" { # want AL811 "aws_instance.unaddressed downloads https://wordpress.org/latest.tar.gz when it boots, but aws_subnet.public leads to an internet gateway, and it has no public address"
  ami       = "ami-0123456789abcdef0"
  subnet_id = aws_subnet.public.id
  user_data = <<-EOT
    #!/bin/bash
    curl -o /tmp/wordpress.tar.gz https://wordpress.org/latest.tar.gz
  EOT
}

resource "aws_instance" "refused" { # want AL811 "aws_instance.refused runs npm ci when it boots, but .* it has no public address"
  ami                         = "ami-0123456789abcdef0"
  subnet_id                   = aws_subnet.public.id
  associate_public_ip_address = false
  user_data                   = <<-EOT
    #!/bin/bash
    cd /srv/app && npm ci
  EOT
}

resource "aws_instance" "tools" {
  ami       = "ami-0123456789abcdef0"
  subnet_id = aws_subnet.private.id # want AL811 "aws_instance.tools downloads git@github.com:example/app.git when it boots"
  user_data = <<-EOT
    #!/bin/bash
    git clone git@github.com:example/app.git /srv/app
    pip install flask
    docker run -d nginx
  EOT
}

resource "aws_ecs_task_definition" "hub" {
  family = "hub"
  container_definitions = jsonencode([
    { name = "web", image = "nginx:1.29", portMappings = [{ containerPort = 80 }] },
  ])
}

resource "aws_ecs_service" "private" {
  name            = "private"
  launch_type     = "FARGATE"
  task_definition = aws_ecs_task_definition.hub.arn
  desired_count   = 2

  network_configuration {
    subnets = [aws_subnet.private.id] # want AL811 "aws_ecs_service.private pulls the image nginx:1.29, but no route of aws_subnet.private leads out of its VPC"
  }
}

resource "aws_ecs_service" "public" {
  name            = "public"
  task_definition = aws_ecs_task_definition.hub.arn
  desired_count   = 2

  capacity_provider_strategy {
    capacity_provider = "FARGATE_SPOT"
    weight            = 1
  }

  network_configuration { # want AL811 "aws_ecs_service.public pulls the image nginx:1.29, but aws_subnet.public leads to an internet gateway, and it has no public address"
    subnets = [aws_subnet.public.id]
  }
}

# The image that nobody knows comes from Amazon ECR at best.
variable "image" {
  type = string
}

resource "aws_ecs_task_definition" "own" {
  family                = "own"
  container_definitions = jsonencode([{ name = "web", image = var.image }])
}

resource "aws_ecs_service" "own" {
  name            = "own"
  launch_type     = "FARGATE"
  task_definition = aws_ecs_task_definition.own.arn

  network_configuration {
    subnets          = [aws_subnet.private.id] # want AL811 "aws_ecs_service.own pulls its image, but no route of aws_subnet.private leads out of its VPC$"
    assign_public_ip = true
  }
}

# Images of Amazon ECR lie in S3.
resource "aws_vpc" "closed" {
  cidr_block = "10.1.0.0/16"
}

resource "aws_subnet" "closed" {
  vpc_id     = aws_vpc.closed.id
  cidr_block = "10.1.0.0/24"
}

resource "aws_vpc_endpoint" "ecr" {
  for_each          = toset(["api", "dkr"])
  vpc_id            = aws_vpc.closed.id
  service_name      = "com.amazonaws.eu-west-1.ecr.${each.key}"
  vpc_endpoint_type = "Interface"
  subnet_ids        = [aws_subnet.closed.id]
}

resource "aws_ecs_service" "closed" {
  name            = "closed"
  launch_type     = "FARGATE"
  task_definition = aws_ecs_task_definition.own.arn

  network_configuration {
    subnets = [aws_subnet.closed.id] # want AL811 "aws_ecs_service.closed pulls its image, but no route of aws_subnet.closed leads out of its VPC, which lacks the endpoint s3"
  }
}

# The endpoint of S3 has the packages of Amazon Linux, and those of no other system.
resource "aws_vpc_endpoint" "s3" {
  vpc_id       = aws_vpc.served.id
  service_name = "com.amazonaws.eu-west-1.s3"
}

resource "aws_vpc" "served" {
  cidr_block = "10.2.0.0/16"
}

resource "aws_subnet" "served" {
  vpc_id     = aws_vpc.served.id
  cidr_block = "10.2.0.0/24"
}

resource "aws_instance" "ubuntu" {
  ami       = "ami-0123456789abcdef0"
  subnet_id = aws_subnet.served.id # want AL811 "aws_instance.ubuntu updates its packages when it boots, but no route of aws_subnet.served leads out of its VPC$"
  user_data = <<-EOT
    #!/bin/bash
    apt-get -y upgrade
  EOT
}
