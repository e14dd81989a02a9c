# The published module makes a group and a listener; nobody attached the fleet.
module "alb" {
  source  = "terraform-aws-modules/alb/aws"
  version = "9.17.0"

  name    = "web"
  vpc_id  = "vpc-1"
  subnets = ["subnet-1", "subnet-2"]

  listeners = {
    http = {
      port     = 80
      protocol = "HTTP"
      forward = { # want AL210 "forwards to .*, with which no target is registered"
        target_group_key = "web"
      }
    }
  }

  target_groups = {
    web = {
      port              = 80
      protocol          = "HTTP"
      create_attachment = false
    }
  }
}

resource "aws_autoscaling_group" "web" {
  min_size             = 2
  max_size             = 4
  availability_zones   = ["eu-west-1a", "eu-west-1b"]
  launch_configuration = "web"
}
