data "aws_availability_zones" "here" {}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "private" {
  count             = 2
  vpc_id            = aws_vpc.main.id
  cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 8, count.index)
  availability_zone = data.aws_availability_zones.here.names[count.index]
}

resource "aws_security_group" "fleet" {
  name   = "fleet"
  vpc_id = aws_vpc.main.id
}

module "content" {
  source  = "terraform-aws-modules/efs/aws"
  version = "2.0.0"

  name           = "content"
  creation_token = "content"
  encrypted      = true

  mount_targets = { for i, subnet in aws_subnet.private : "zone-${i}" => { subnet_id = subnet.id } }

  security_group_vpc_id = aws_vpc.main.id
  security_group_ingress_rules = {
    fleet = {
      description                  = "the web fleet"
      referenced_security_group_id = aws_security_group.fleet.id
    }
    members = {
      referenced_security_group_id = "self"
    }
    office = {
      cidr_ipv4 = "192.0.2.0/24"
      from_port = 2049
    }
  }
  security_group_egress_rules = {
    all = {
      cidr_ipv4   = "0.0.0.0/0"
      ip_protocol = "-1"
      from_port   = null
      to_port     = null
    }
  }

  access_points = {
    uploads = {
      root_directory = { path = "/uploads" }
    }
  }

  tags = { Environment = "prod" }
}

resource "aws_launch_template" "web" {
  image_id               = "ami-0123456789abcdef0"
  vpc_security_group_ids = [aws_security_group.fleet.id]
  user_data              = base64encode("mount -t efs ${module.content.id}:/ /var/www/uploads")
}

output "file_system" {
  value = module.content.dns_name
}

output "access_point" {
  value = module.content.access_points["uploads"].id
}
