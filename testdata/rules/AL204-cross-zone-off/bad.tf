resource "aws_subnet" "public" {
  count             = 2
  vpc_id            = "vpc-1"
  cidr_block        = "10.0.${count.index}.0/24"
  availability_zone = ["eu-west-1a", "eu-west-1b"][count.index]
}

resource "aws_elb" "classic" {
  subnets                   = aws_subnet.public[*].id
  cross_zone_load_balancing = false # want AL204 "aws_elb.classic does not cross zones: each"
  listener {
    lb_port           = 80
    lb_protocol       = "http"
    instance_port     = 80
    instance_protocol = "http"
  }
}

resource "aws_lb_target_group" "web" {
  port                              = 80
  protocol                          = "HTTP"
  vpc_id                            = "vpc-1"
  load_balancing_cross_zone_enabled = false # want AL204 "aws_lb_target_group.web keeps requests in the zone"
}

resource "aws_lb" "network" { # want AL204 "aws_lb.network does not cross zones because nothing is written: each"
  load_balancer_type = "network"
  subnets            = aws_subnet.public[*].id
}

# One instance at rest for two zones.
resource "aws_lb" "thin" {
  load_balancer_type               = "network"
  subnets                          = aws_subnet.public[*].id
  enable_cross_zone_load_balancing = false # want AL204 "aws_lb.thin does not cross zones, and aws_lb_target_group.thin may have fewer targets \(1\) than it has zones \(2\)"
}

resource "aws_lb_listener" "thin" {
  load_balancer_arn = aws_lb.thin.arn
  port              = 443
  protocol          = "TCP"
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.thin.arn
  }
}

resource "aws_lb_target_group" "thin" {
  port     = 443
  protocol = "TCP"
  vpc_id   = "vpc-1"
}

resource "aws_autoscaling_group" "thin" {
  min_size             = 1
  max_size             = 4
  vpc_zone_identifier  = aws_subnet.public[*].id
  launch_configuration = "web"
  target_group_arns    = [aws_lb_target_group.thin.arn]
}

# The load balancer crosses zones, the target group does not.
resource "aws_lb" "crossing" {
  load_balancer_type               = "network"
  subnets                          = aws_subnet.public[*].id
  enable_cross_zone_load_balancing = true
}

resource "aws_lb_target_group" "kept" {
  port                              = 443
  protocol                          = "TCP"
  vpc_id                            = "vpc-1"
  load_balancing_cross_zone_enabled = "false" # want AL204 "aws_lb_target_group.kept keeps requests"
}
