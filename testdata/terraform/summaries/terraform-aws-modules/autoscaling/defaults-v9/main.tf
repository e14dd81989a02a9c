module "asg" {
  source  = "terraform-aws-modules/autoscaling/aws"
  version = "9.0.0"

  name = "plain"
}

module "ignoring" {
  source  = "terraform-aws-modules/autoscaling/aws"
  version = "9.2.1"

  name                            = "ignoring"
  use_name_prefix                 = false
  ignore_desired_capacity_changes = true
  min_size                        = 1
  max_size                        = 4
  desired_capacity                = 2
  availability_zones              = ["us-east-1a", "us-east-1b"]

  create_launch_template  = false
  launch_template_id      = "lt-0123456789abcdef0"
  launch_template_version = "$Latest"

  schedules        = null
  scaling_policies = null
}

module "groupless" {
  source  = "terraform-aws-modules/autoscaling/aws"
  version = "9.2.1"

  name               = "groupless"
  min_size           = 1
  max_size           = 1
  security_groups    = ["sg-0123456789abcdef0"]
  network_interfaces = []
}
