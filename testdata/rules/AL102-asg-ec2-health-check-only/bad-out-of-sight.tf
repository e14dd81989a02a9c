# What is written as an item of the list is attached, whatever it is.
module "load_balancer" {
  source = "example.com/company/load-balancer/aws"
}

resource "aws_autoscaling_group" "web" { # want AL102 "health checks of its load balancer: its health check type is EC2"
  min_size           = 2
  max_size           = 4
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [module.load_balancer.target_group_arns[0]]
}
