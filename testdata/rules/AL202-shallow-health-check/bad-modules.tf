# The published module makes a health check of what it is given.
module "alb" { # want AL202 "this\[\"plain\"\] checks its targets on / because no path is written"
  source  = "terraform-aws-modules/alb/aws"
  version = "9.17.0"

  name    = "web"
  vpc_id  = "vpc-1"
  subnets = ["subnet-1", "subnet-2"]

  target_groups = {
    plain = {
      port              = 80
      protocol          = "HTTP"
      create_attachment = false
    }
    asked = {
      port              = 80
      protocol          = "HTTP"
      create_attachment = false
      health_check = {
        path = "/health"
      }
    }
  }
}
