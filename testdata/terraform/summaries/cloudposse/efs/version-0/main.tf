module "home" {
  source  = "cloudposse/efs/aws"
  version = "0.35.0"

  name                   = "home"
  region                 = "us-east-1"
  vpc_id                 = "vpc-0123456789abcdef0"
  subnets                = ["subnet-1", "subnet-2"]
  security_groups        = ["sg-1"]
  zone_id                = ["Z0123456789"]
  dns_name               = "home"
  efs_file_system_policy = "{}"

  additional_security_group_rules = [{
    type        = "ingress"
    from_port   = 111
    to_port     = 111
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8"]
  }]
}

module "home_36" {
  source  = "cloudposse/efs/aws"
  version = "0.36.0"

  name                                 = "home"
  attributes                           = ["second"]
  region                               = "us-east-1"
  vpc_id                               = "vpc-0123456789abcdef0"
  subnets                              = ["subnet-1"]
  security_group_create_before_destroy = false
  zone_id                              = ["Z0123456789"]
}

resource "aws_sns_topic" "alarms" {
  name = "alarms"
}
