resource "aws_launch_template" "web" {
  count         = local.many
  image_id      = "ami-1"
  instance_type = "t3.micro"
  user_data     = base64encode("#!/bin/sh\nyum install -y httpd mysql-server\n")
}

resource "aws_subnet" "main" {
  count             = local.many
  vpc_id            = "vpc-1"
  availability_zone = "eu-west-1a"
}

resource "aws_autoscaling_group" "web" {
  count                     = local.many
  name                      = "web-${count.index}"
  min_size                  = 1
  max_size                  = 3
  health_check_grace_period = 0
  vpc_zone_identifier       = [aws_subnet.main[count.index].id]
  target_group_arns         = [aws_lb_target_group.web[count.index].arn]
  launch_template {
    id = aws_launch_template.web[count.index].id
  }
}

resource "aws_autoscaling_policy" "web" {
  count                  = local.many
  name                   = "out-${count.index}"
  autoscaling_group_name = aws_autoscaling_group.web[count.index].name
  adjustment_type        = "ChangeInCapacity"
}

resource "aws_cloudwatch_metric_alarm" "web" {
  count         = local.many
  alarm_actions = [aws_autoscaling_policy.web[count.index].arn]
}

resource "aws_lb" "web" {
  subnets = [aws_subnet.main[0].id, "subnet-2"]
}

resource "aws_lb_listener" "web" {
  count             = local.many
  load_balancer_arn = aws_lb.web.arn
  port              = 8000 + count.index
  protocol          = "HTTP"
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.web[count.index].arn
  }
}

resource "aws_lb_target_group" "web" {
  count    = local.many
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}
