resource "aws_lb_target_group" "reached" {
  port        = 80
  protocol    = "HTTP"
  target_type = "ip"
  vpc_id      = "vpc-1"
  stickiness { # want AL401 "although the fleet reaches aws_dynamodb_table.sessions"
    type = "lb_cookie"
  }
}

resource "aws_ecs_service" "reached" {
  name            = "reached"
  desired_count   = 3
  task_definition = aws_ecs_task_definition.reached.arn
  load_balancer {
    target_group_arn = aws_lb_target_group.reached.arn
    container_name   = "web"
    container_port   = 80
  }
}

resource "aws_ecs_task_definition" "reached" {
  family                = "reached"
  task_role_arn         = aws_iam_role.reached.arn
  container_definitions = jsonencode([{ name = "web", image = "web", essential = true }])
}

resource "aws_iam_role" "reached" {
  name               = "reached"
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy" "reached" {
  role = aws_iam_role.reached.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["dynamodb:GetItem", "dynamodb:PutItem"]
      Resource = aws_dynamodb_table.sessions.arn
    }]
  })
}

resource "aws_dynamodb_table" "sessions" {
  name     = "sessions"
  hash_key = "id"
}

# A table of locks keeps no sessions; this one may only read the other.
resource "aws_dynamodb_table" "locks" {
  name     = "locks"
  hash_key = "LockID"
}

resource "aws_lb_target_group" "alone" {
  port        = 80
  protocol    = "HTTP"
  target_type = "ip"
  vpc_id      = "vpc-1"
  stickiness { # want AL401 "the fleet reaches no session store"
    type = "lb_cookie"
  }
}

resource "aws_ecs_service" "alone" {
  name            = "alone"
  task_definition = aws_ecs_task_definition.alone.arn
  load_balancer {
    target_group_arn = aws_lb_target_group.alone.arn
    container_name   = "web"
    container_port   = 80
  }
}

resource "aws_appautoscaling_target" "alone" {
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "service/web/${aws_ecs_service.alone.name}"
  min_capacity       = 1
  max_capacity       = 4
}

resource "aws_ecs_task_definition" "alone" {
  family                = "alone"
  task_role_arn         = aws_iam_role.alone.arn
  container_definitions = jsonencode([{ name = "web", image = "web", essential = true }])
}

resource "aws_iam_role" "alone" {
  name               = "alone"
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy_attachment" "alone" {
  role       = aws_iam_role.alone.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonDynamoDBReadOnlyAccess"
}
