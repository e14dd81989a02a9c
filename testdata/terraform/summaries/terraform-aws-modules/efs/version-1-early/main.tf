resource "aws_subnet" "a" {
  vpc_id            = "vpc-0123456789abcdef0"
  cidr_block        = "10.0.1.0/24"
  availability_zone = "eu-central-1a"
}

module "files" {
  source  = "terraform-aws-modules/efs/aws"
  version = "1.0.0"

  name = "files"
  mount_targets = {
    "eu-central-1a" = { subnet_id = aws_subnet.a.id }
  }
  security_group_vpc_id = "vpc-0123456789abcdef0"
  security_group_rules = {
    vpc = { cidr_blocks = ["10.0.0.0/16"] }
  }
}

module "files_13" {
  source  = "terraform-aws-modules/efs/aws"
  version = "1.3.1"

  name                  = "files"
  create_security_group = false
  mount_targets = {
    a = { subnet_id = aws_subnet.a.id }
  }
}
