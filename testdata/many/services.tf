resource "aws_ecs_cluster" "main" {
  name = "main"
}

resource "aws_ecs_task_definition" "web" {
  count                 = local.many
  family                = "web-${count.index}"
  container_definitions = jsonencode([{ name = "web", image = "web" }])
}

resource "aws_ecs_service" "web" {
  count           = local.many
  name            = "web-${count.index}"
  cluster         = aws_ecs_cluster.main.id
  task_definition = aws_ecs_task_definition.web[count.index].arn
  desired_count   = 1
  load_balancer {
    target_group_arn = aws_lb_target_group.web[count.index].arn
    container_name   = "web"
    container_port   = 80
  }
  network_configuration {
    subnets         = [aws_subnet.main[count.index].id]
    security_groups = [aws_security_group.web[count.index].id]
  }
}

resource "aws_appautoscaling_target" "web" {
  count              = local.many
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "service/${aws_ecs_cluster.main.name}/${aws_ecs_service.web[count.index].name}"
  min_capacity       = 1
  max_capacity       = 10
}

resource "aws_appautoscaling_policy" "web" {
  count              = local.many
  policy_type        = "StepScaling"
  service_namespace  = aws_appautoscaling_target.web[count.index].service_namespace
  scalable_dimension = aws_appautoscaling_target.web[count.index].scalable_dimension
  resource_id        = aws_appautoscaling_target.web[count.index].resource_id
}

resource "aws_cloudwatch_metric_alarm" "web" {
  count         = local.many
  alarm_actions = [aws_appautoscaling_policy.web[count.index].arn]
}

resource "aws_subnet" "main" {
  count             = local.many
  vpc_id            = "vpc-1"
  availability_zone = "eu-west-1a"
}

resource "aws_security_group" "web" {
  count  = local.many
  vpc_id = "vpc-1"
  ingress {
    from_port       = 80
    to_port         = 80
    protocol        = "tcp"
    security_groups = [aws_security_group.lb[count.index].id]
  }
}

resource "aws_security_group" "lb" {
  count  = local.many
  vpc_id = "vpc-1"
  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_lb" "web" {
  count           = local.many
  subnets         = [aws_subnet.main[count.index].id]
  security_groups = [aws_security_group.lb[count.index].id]
}

resource "aws_lb_listener" "web" {
  count             = local.many
  load_balancer_arn = aws_lb.web[count.index].arn
  port              = 80
  protocol          = "HTTP"
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.web[count.index].arn
  }
}

resource "aws_lb_target_group" "web" {
  count       = local.many
  port        = 80
  protocol    = "HTTP"
  vpc_id      = "vpc-1"
  target_type = "ip"
}
