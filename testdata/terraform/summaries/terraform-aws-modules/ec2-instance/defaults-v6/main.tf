module "plain" {
  source  = "terraform-aws-modules/ec2-instance/aws"
  version = "6.4.0"
}

module "named" {
  source  = "terraform-aws-modules/ec2-instance/aws"
  version = "6.4.0"
  count   = 2

  name      = "named-${count.index}"
  ami       = "ami-0123456789abcdef0"
  subnet_id = "subnet-0a"
  tags      = { Environment = "test" }
}
