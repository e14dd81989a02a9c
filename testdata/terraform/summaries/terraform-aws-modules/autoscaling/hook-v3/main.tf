module "hooked" {
  source  = "terraform-aws-modules/autoscaling/aws"
  version = "3.8.0"

  name                = "hooked"
  vpc_zone_identifier = ["subnet-0a", "subnet-0b"]
  health_check_type   = "ELB"
  min_size            = 2
  max_size            = 4
  desired_capacity    = 2
  target_group_arns   = [aws_lb_target_group.a.arn]

  create_lc                    = false
  launch_configuration         = aws_launch_configuration.own.name
  recreate_asg_when_lc_changes = true

  create_asg_with_initial_lifecycle_hook       = true
  initial_lifecycle_hook_name                  = "startup"
  initial_lifecycle_hook_lifecycle_transition  = "autoscaling:EC2_INSTANCE_LAUNCHING"
  initial_lifecycle_hook_notification_metadata = "{}"
}

module "configuration" {
  source  = "terraform-aws-modules/autoscaling/aws"
  version = "3.9.0"

  name                = "none"
  create_asg          = false
  image_id            = "ami-0123456789abcdef0"
  instance_type       = "t2.micro"
  user_data_base64    = base64encode("true")
  spot_price          = "0.01"
  health_check_type   = "EC2"
  vpc_zone_identifier = []
  min_size            = 0
  max_size            = 0
  desired_capacity    = 0
}

resource "aws_lb_target_group" "a" {}

resource "aws_launch_configuration" "own" {
  image_id      = "ami-0123456789abcdef0"
  instance_type = "t2.micro"
}
