module "plain" {
  source  = "terraform-aws-modules/autoscaling/aws"
  version = "7.0.0"

  name     = "plain"
  min_size = 0
  max_size = 1
}

module "from" {
  source  = "terraform-aws-modules/autoscaling/aws"
  version = "7.0.0"
  count   = 2

  name                    = "from-${count.index}"
  min_size                = 1
  max_size                = 2
  create_launch_template  = false
  launch_template_id      = aws_launch_template.own.id
  launch_template_version = aws_launch_template.own.latest_version
  create_schedule         = false
  schedules = {
    night = { min_size = 0 }
  }
  create_scaling_policy = false
  scaling_policies = {
    cpu = { policy_type = "SimpleScaling" }
  }
}

resource "aws_launch_template" "own" {
  image_id = "ami-0123456789abcdef0"
}

output "group" {
  value = module.from[0].autoscaling_group_name
}
