module "elb" {
  source  = "terraform-aws-modules/elb/aws"
  version = "1.4.1"

  name            = "old"
  internal        = "false"
  subnets         = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  security_groups = ["sg-0123456789abcdef0"]

  listener = [
    {
      instance_port     = "80"
      instance_protocol = "HTTP"
      lb_port           = "80"
      lb_protocol       = "HTTP"
    },
  ]

  health_check = [
    {
      target              = "HTTP:80/"
      interval            = 30
      healthy_threshold   = 2
      unhealthy_threshold = 2
      timeout             = 5
    },
  ]

  number_of_instances = 1
  instances           = ["${aws_instance.web.id}"]
}

resource "aws_instance" "web" {
  ami           = "ami-0a1b2c3d"
  instance_type = "t2.micro"
}

output "name" {
  value = module.elb.this_elb_dns_name
}
