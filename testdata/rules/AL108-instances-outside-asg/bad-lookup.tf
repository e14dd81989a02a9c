# The instances of a group, found by their tag when Terraform runs, in place of the group.
resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

data "aws_instances" "web" {
  instance_tags = {
    Name = "web"
  }
}

data "aws_instance" "one" {
  instance_id = "i-0123456789abcdef0"
}

resource "aws_lb_target_group_attachment" "first" {
  target_group_arn = aws_lb_target_group.web.arn
  target_id        = data.aws_instances.web.ids[0] # want AL108 "attaches what data.aws_instances.web found when Terraform last ran"
}

resource "aws_elb" "classic" {
  listener {
    lb_port           = 80
    lb_protocol       = "http"
    instance_port     = 80
    instance_protocol = "http"
  }
}

resource "aws_elb_attachment" "one" {
  elb      = aws_elb.classic.id
  instance = data.aws_instance.one.id # want AL108 "attaches what data.aws_instance.one found"
}
