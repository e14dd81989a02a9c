module "aws_security_group" {
  version = "1.0.1"
}
