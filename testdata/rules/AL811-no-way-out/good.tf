resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
}

resource "aws_subnet" "public" {
  vpc_id                  = aws_vpc.main.id
  cidr_block              = "10.0.0.0/24"
  map_public_ip_on_launch = true
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

resource "aws_nat_gateway" "main" {
  subnet_id = aws_subnet.public.id
}

resource "aws_route_table" "private" {
  vpc_id = aws_vpc.main.id
}

resource "aws_route" "private" {
  route_table_id         = aws_route_table.private.id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.main.id
}

resource "aws_subnet" "private" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.1.0/24"
}

resource "aws_route_table_association" "private" {
  subnet_id      = aws_subnet.private.id
  route_table_id = aws_route_table.private.id
}

# A transit gateway leads to networks that have a way out.
resource "aws_route_table" "inspected" {
  vpc_id = aws_vpc.main.id

  route {
    cidr_block         = "0.0.0.0/0"
    transit_gateway_id = "tgw-0123456789abcdef0"
  }
}

resource "aws_subnet" "inspected" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.2.0/24"
}

resource "aws_route_table_association" "inspected" {
  subnet_id      = aws_subnet.inspected.id
  route_table_id = aws_route_table.inspected.id
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
  vpc_zone_identifier = [aws_subnet.private.id, aws_subnet.inspected.id]

  launch_template {
    id = aws_launch_template.packages.id
  }
}

# The subnet gives public addresses, an Elastic IP is one, and a default subnet has a way out.
resource "aws_autoscaling_group" "public" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [aws_subnet.public.id]

  launch_template {
    id = aws_launch_template.packages.id
  }
}

resource "aws_subnet" "elastic" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.3.0/24"
}

resource "aws_route_table_association" "elastic" {
  subnet_id      = aws_subnet.elastic.id
  route_table_id = aws_route_table.public.id
}

resource "aws_instance" "elastic" {
  ami       = "ami-0123456789abcdef0"
  subnet_id = aws_subnet.elastic.id
  user_data = <<-EOT
    #!/bin/bash
    apt-get install -y nginx
  EOT
}

resource "aws_eip" "elastic" {
  instance = aws_instance.elastic.id
}

resource "aws_instance" "default" {
  ami       = "ami-0123456789abcdef0"
  user_data = <<-EOT
    #!/bin/bash
    apt-get install -y nginx
  EOT
}

# What comes by endpoints needs no way out: packages of Amazon Linux, files in S3, images of Amazon ECR.
resource "aws_vpc" "closed" {
  cidr_block = "10.1.0.0/16"
}

resource "aws_subnet" "closed" {
  vpc_id     = aws_vpc.closed.id
  cidr_block = "10.1.0.0/24"
}

data "aws_vpc_endpoint_service" "s3" {
  service      = "s3"
  service_type = "Gateway"
}

resource "aws_vpc_endpoint" "s3" {
  vpc_id       = aws_vpc.closed.id
  service_name = data.aws_vpc_endpoint_service.s3.service_name
}

data "aws_region" "here" {}

resource "aws_vpc_endpoint" "ecr" {
  for_each          = toset(["api", "dkr"])
  vpc_id            = aws_vpc.closed.id
  service_name      = "com.amazonaws.${data.aws_region.here.region}.ecr.${each.key}"
  vpc_endpoint_type = "Interface"
  subnet_ids        = [aws_subnet.closed.id]
}

resource "aws_instance" "closed" {
  ami       = "ami-0123456789abcdef0"
  subnet_id = aws_subnet.closed.id
  user_data = <<-EOT
    #!/bin/bash
    yum install -y httpd
    amazon-linux-extras install -y nginx1
    aws s3 cp s3://example-artefacts/app.zip /srv/app.zip
    rpm -i /srv/app.rpm
    git clone git@git.internal:example/app.git
    docker run -d 123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:1
    if [ -f /etc/debian_version ]; then
      apt-get install -y apache2
    fi
  EOT
}

resource "aws_ecs_task_definition" "own" {
  family                = "own"
  container_definitions = jsonencode([{ name = "web", image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:1" }])
}

resource "aws_ecs_service" "closed" {
  name            = "closed"
  launch_type     = "FARGATE"
  task_definition = aws_ecs_task_definition.own.arn

  network_configuration {
    subnets = [aws_subnet.closed.id]
  }
}

resource "aws_ecs_service" "public" {
  name            = "public"
  launch_type     = "FARGATE"
  task_definition = aws_ecs_task_definition.own.arn

  network_configuration {
    subnets          = [aws_subnet.public.id]
    assign_public_ip = true
  }
}

# Instances of the cluster pull its image, from where they stand.
resource "aws_ecs_service" "on_instances" {
  name            = "on-instances"
  launch_type     = "EC2"
  task_definition = aws_ecs_task_definition.own.arn

  network_configuration {
    subnets = [aws_subnet.nowhere.id]
  }
}

# Everything stands in the image.
resource "aws_subnet" "nowhere" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.4.0/24"
}

resource "aws_instance" "baked" {
  ami       = "ami-0123456789abcdef0"
  subnet_id = aws_subnet.nowhere.id
  user_data = <<-EOT
    #!/bin/bash
    systemctl start nginx
  EOT
}
