variable "create" {
  type    = bool
  default = false
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

module "never" {
  source  = "terraform-aws-modules/alb/aws"
  version = "10.0.0"

  create  = false
  name    = "never"
  vpc_id  = aws_vpc.main.id
  subnets = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]

  listeners     = { http = { forward = { target_group_key = "web" } } }
  target_groups = { web = { target_id = "i-0123456789abcdef0" } }
}

module "perhaps" {
  source  = "terraform-aws-modules/alb/aws"
  version = "10.0.2"

  create  = var.create
  name    = "perhaps"
  vpc_id  = aws_vpc.main.id
  subnets = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]

  listeners     = { http = { forward = { target_group_key = "web" } } }
  target_groups = { web = { target_id = "i-0123456789abcdef0" } }
}

output "arns" {
  value = [module.never.arn, module.perhaps.arn, module.perhaps.security_group_id]
}
