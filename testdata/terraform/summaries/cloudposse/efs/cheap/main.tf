variable "subnets" {
  type    = list(string)
  default = ["subnet-1"]
}

module "scratch" {
  source  = "cloudposse/efs/aws"
  version = "1.1.0"

  name                          = "scratch"
  region                        = "us-east-1"
  vpc_id                        = "vpc-0123456789abcdef0"
  subnets                       = var.subnets
  availability_zone_name        = "us-east-1a"
  create_security_group         = false
  associated_security_group_ids = ["sg-1"]
}

resource "aws_sns_topic" "alarms" {
  name = "alarms"
}
