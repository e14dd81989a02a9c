# 5.0 is still called as 4 was.
module "first" {
  source  = "terraform-aws-modules/autoscaling/aws"
  version = "5.0.0"

  name              = "first"
  create_lt         = true
  use_lt            = true
  image_id          = "ami-0123456789abcdef0"
  min_size          = 2
  max_size          = 3
  health_check_type = "ELB"
  target_group_arns = [aws_lb_target_group.web.arn]
  tag_specifications = [
    { resource_type = "instance", tags = { WhatAmI = "Instance" } },
  ]
  tags = { Environment = "dev" }
}

resource "aws_lb_target_group" "web" {}
