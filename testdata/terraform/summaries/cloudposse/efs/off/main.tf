module "off" {
  source  = "cloudposse/efs/aws"
  version = "1.5.0"
  enabled = false

  name    = "off"
  region  = "us-east-1"
  vpc_id  = "vpc-0123456789abcdef0"
  subnets = ["subnet-1", "subnet-2"]
}

resource "aws_sns_topic" "alarms" {
  name = "alarms"
}
