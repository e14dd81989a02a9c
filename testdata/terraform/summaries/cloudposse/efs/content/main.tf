resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "private" {
  for_each          = { a = 1, b = 2 }
  vpc_id            = aws_vpc.main.id
  cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 8, each.value)
  availability_zone = "eu-west-1${each.key}"
}

resource "aws_security_group" "web" {
  name   = "web"
  vpc_id = aws_vpc.main.id
}

module "content" {
  source  = "cloudposse/efs/aws"
  version = "1.5.0"

  namespace = "eg"
  stage     = "prod"
  name      = "content"

  region                     = "eu-west-1"
  vpc_id                     = aws_vpc.main.id
  subnets                    = values(aws_subnet.private)[*].id
  allowed_security_group_ids = [aws_security_group.web.id]
  allowed_cidr_blocks        = ["192.0.2.0/24"]
  efs_backup_policy_enabled  = true
  zone_id                    = ["Z0123456789"]

  access_points = {
    uploads = {
      posix_user = {
        gid = "1001"
        uid = "1001"
      }
      creation_info = {
        gid         = "1001"
        uid         = "1001"
        permissions = "0755"
      }
    }
  }
}

resource "aws_instance" "web" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "t3.small"
  vpc_security_group_ids = [aws_security_group.web.id]
  user_data              = "mount -t efs ${module.content.id}:/ /var/www"
}
