module "alb" {
  source  = "terraform-aws-modules/alb/aws"
  version = "9.17.0"

  name    = "web"
  vpc_id  = "vpc-1"
  subnets = ["subnet-1", "subnet-2"]

  target_groups = {
    web = {
      protocol             = "HTTP"
      port                 = 80
      target_type          = "instance"
      create_attachment    = false
      deregistration_delay = 0 # want AL206 "module.alb.aws_lb_target_group.this\[.web.\] gives a target that leaves 0 seconds"
    }
    api = {
      protocol          = "HTTP"
      port              = 8080
      target_type       = "instance"
      create_attachment = false
    }
  }
}

module "old" { # want AL206 "module.old.module.elb.aws_elb.this\[0\] does not drain connections"
  source  = "terraform-aws-modules/elb/aws"
  version = "4.0.2"

  name            = "old"
  subnets         = ["subnet-1", "subnet-2"]
  security_groups = ["sg-1"]
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
