resource "aws_subnet" "public" {
  count             = 2
  vpc_id            = "vpc-1"
  cidr_block        = "10.0.${count.index}.0/24"
  availability_zone = ["eu-west-1a", "eu-west-1b"][count.index]
}

resource "aws_elb" "classic" {
  subnets                   = aws_subnet.public[*].id
  cross_zone_load_balancing = true
  listener {
    lb_port           = 80
    lb_protocol       = "http"
    instance_port     = 80
    instance_protocol = "http"
  }
}

# Application load balancers always cross zones; the switch is for others.
resource "aws_lb" "web" {
  subnets = aws_subnet.public[*].id
}

resource "aws_lb_target_group" "web" {
  port                              = 80
  protocol                          = "HTTP"
  vpc_id                            = "vpc-1"
  load_balancing_cross_zone_enabled = "use_load_balancer_configuration"
}

resource "aws_lb" "network" {
  load_balancer_type               = "network"
  subnets                          = aws_subnet.public[*].id
  enable_cross_zone_load_balancing = "true"
}

# The only target group crosses zones by itself.
resource "aws_lb" "plain" {
  load_balancer_type = "network"
  subnets            = aws_subnet.public[*].id
}

resource "aws_lb_listener" "plain" {
  load_balancer_arn = aws_lb.plain.arn
  port              = 443
  protocol          = "TCP"
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.crossing.arn
  }
}

resource "aws_lb_target_group" "crossing" {
  port                              = 443
  protocol                          = "TCP"
  vpc_id                            = "vpc-1"
  load_balancing_cross_zone_enabled = true
}
