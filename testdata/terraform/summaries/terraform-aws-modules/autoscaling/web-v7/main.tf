resource "aws_lb_target_group" "web" {}

resource "aws_elb" "old" {
  name = "old"
}

resource "aws_subnet" "a" {
  availability_zone = "us-east-1a"
}

resource "aws_subnet" "b" {
  availability_zone = "us-east-1b"
}

module "web" {
  source  = "terraform-aws-modules/autoscaling/aws"
  version = "7.7.0"

  name                            = "web"
  use_name_prefix                 = false
  instance_name                   = "web-server"
  ignore_desired_capacity_changes = true
  min_size                        = 2
  max_size                        = 4
  desired_capacity                = 2
  wait_for_capacity_timeout       = 0
  vpc_zone_identifier             = [aws_subnet.a.id, aws_subnet.b.id]
  health_check_type               = "ELB"
  target_group_arns               = [aws_lb_target_group.web.arn]
  load_balancers                  = [aws_elb.old.name]
  protect_from_scale_in           = true

  image_id                 = "ami-0123456789abcdef0"
  instance_type            = "t3.micro"
  iam_instance_profile_arn = "arn:aws:iam::123456789012:instance-profile/web"
  initial_lifecycle_hooks = [
    {
      name                 = "ExampleStartupLifeCycleHook"
      default_result       = "CONTINUE"
      heartbeat_timeout    = 60
      lifecycle_transition = "autoscaling:EC2_INSTANCE_LAUNCHING"
    },
    {
      name                 = "ExampleTerminationLifeCycleHook"
      default_result       = "CONTINUE"
      heartbeat_timeout    = 180
      lifecycle_transition = "autoscaling:EC2_INSTANCE_TERMINATING"
    },
  ]
  instance_maintenance_policy = {
    min_healthy_percentage = 100
    max_healthy_percentage = 110
  }
  instance_refresh = {
    strategy = "Rolling"
    preferences = {
      checkpoint_delay       = 600
      checkpoint_percentages = [35, 70, 100]
      instance_warmup        = 300
      min_healthy_percentage = 50
      auto_rollback          = true
      alarm_specification    = { alarms = ["too-many-errors"] }
    }
    triggers = ["tag"]
  }
}

module "attached" {
  source  = "terraform-aws-modules/autoscaling/aws"
  version = "7.7.0"

  name     = "attached"
  min_size = 1
  max_size = 3

  create_traffic_source_attachment = true
  traffic_source_identifier        = aws_lb_target_group.web.arn
}
