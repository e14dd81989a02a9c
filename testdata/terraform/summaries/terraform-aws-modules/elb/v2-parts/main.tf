module "elb" {
  source  = "terraform-aws-modules/elb/aws//modules/elb"
  version = "2.5.0"

  name            = "parts"
  internal        = true
  subnets         = ["subnet-0123456789abcdef0"]
  security_groups = ["sg-0123456789abcdef0"]
  listener        = [{ instance_port = 80, instance_protocol = "HTTP", lb_port = 80, lb_protocol = "HTTP" }]
  health_check    = { target = "HTTP:80/status", interval = 10, healthy_threshold = 3, unhealthy_threshold = 3, timeout = 4 }
}

module "attachment" {
  source  = "terraform-aws-modules/elb/aws//modules/elb_attachment"
  version = "2.5.0"

  number_of_instances = 1
  elb                 = module.elb.this_elb_id
  instances           = [aws_instance.web.id]
}

module "whole" {
  source  = "terraform-aws-modules/elb/aws"
  version = "2.0.0"

  name                = "whole"
  internal            = "false"
  subnets             = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  security_groups     = ["sg-0123456789abcdef0"]
  listener            = [{ instance_port = 80, instance_protocol = "HTTP", lb_port = 80, lb_protocol = "HTTP" }]
  health_check        = { target = "HTTP:80/status", interval = 10, healthy_threshold = 3, unhealthy_threshold = 3, timeout = 4 }
  access_logs         = { bucket = "logs" }
  number_of_instances = 1
  instances           = [aws_instance.web.id]
}

resource "aws_instance" "web" {
  ami           = "ami-0a1b2c3d"
  instance_type = "t3.micro"
}

output "name" {
  value = module.whole.this_elb_dns_name
}
