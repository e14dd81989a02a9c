module "elb" {
  source  = "terraform-aws-modules/elb/aws"
  version = "4.0.2"

  name                      = "web"
  subnets                   = ["subnet-1", "subnet-2"]
  security_groups           = ["sg-1"]
  cross_zone_load_balancing = false # want AL204 "module.elb.module.elb.aws_elb.this\[0\] does not cross zones"
  listener = [{
    lb_port           = 80
    lb_protocol       = "http"
    instance_port     = 80
    instance_protocol = "http"
  }]
  health_check = {
    target              = "HTTP:80/health"
    interval            = 30
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 2
  }
}
