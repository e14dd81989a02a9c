resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "a" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.0.0/24"
}

resource "aws_subnet" "b" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.1.0/24"
}

# The servers take requests on the port that they used to have.
resource "aws_security_group" "front" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_lb" "front" {
  load_balancer_type = "application"
  security_groups    = [aws_security_group.front.id]
  subnets            = [aws_subnet.a.id, aws_subnet.b.id]
}

resource "aws_lb_target_group" "front" {
  port     = 8080
  protocol = "HTTP"
  vpc_id   = aws_vpc.main.id
}

resource "aws_lb_listener" "front_80" {
  load_balancer_arn = aws_lb.front.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.front.arn
  }
}

resource "aws_security_group" "web" { # want AL810 "aws_security_group.web does not let aws_lb.front in on port 8080: aws_autoscaling_group.web is never reached"
  vpc_id = aws_vpc.main.id

  ingress {
    from_port       = 80
    to_port         = 80
    protocol        = "tcp"
    security_groups = [aws_security_group.front.id]
  }

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_launch_template" "web" {
  image_id               = "ami-0123456789abcdef0"
  vpc_security_group_ids = [aws_security_group.web.id]
}

resource "aws_autoscaling_group" "web" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [aws_subnet.a.id, aws_subnet.b.id]
  target_group_arns   = [aws_lb_target_group.front.arn]

  launch_template {
    id = aws_launch_template.web.id
  }
}

# Requests arrive, health checks do not.
resource "aws_security_group" "checked" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_lb" "checked" {
  load_balancer_type = "application"
  security_groups    = [aws_security_group.checked.id]
  subnets            = [aws_subnet.a.id, aws_subnet.b.id]
}

resource "aws_lb_target_group" "checked" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = aws_vpc.main.id

  health_check {
    port = 9090
    path = "/"
  }
}

resource "aws_lb_listener" "checked_80" {
  load_balancer_arn = aws_lb.checked.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.checked.arn
  }
}

resource "aws_security_group" "checked_web" { # want AL810 "aws_security_group.checked_web does not let aws_lb.checked in on port 9090: its health checks of aws_autoscaling_group.checked_web fail"
  vpc_id = aws_vpc.main.id

  ingress {
    from_port       = 80
    to_port         = 80
    protocol        = "tcp"
    security_groups = [aws_security_group.checked.id]
  }

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_launch_template" "checked_web" {
  image_id               = "ami-0123456789abcdef0"
  vpc_security_group_ids = [aws_security_group.checked_web.id]
}

resource "aws_autoscaling_group" "checked_web" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [aws_subnet.a.id, aws_subnet.b.id]
  target_group_arns   = [aws_lb_target_group.checked.arn]

  launch_template {
    id = aws_launch_template.checked_web.id
  }
}

# The load balancer may send on another port only.
resource "aws_security_group" "mute" { # want AL810 "aws_security_group.mute does not let out what aws_lb.mute sends aws_autoscaling_group.mute_web on port 80"
  vpc_id = aws_vpc.main.id

  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }

  egress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_lb" "mute" {
  load_balancer_type = "application"
  security_groups    = [aws_security_group.mute.id]
  subnets            = [aws_subnet.a.id, aws_subnet.b.id]
}

resource "aws_lb_target_group" "mute" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = aws_vpc.main.id
}

resource "aws_lb_listener" "mute_80" {
  load_balancer_arn = aws_lb.mute.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.mute.arn
  }
}

resource "aws_security_group" "mute_web" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/16"]
  }

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_launch_template" "mute_web" {
  image_id               = "ami-0123456789abcdef0"
  vpc_security_group_ids = [aws_security_group.mute_web.id]
}

resource "aws_autoscaling_group" "mute_web" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [aws_subnet.a.id, aws_subnet.b.id]
  target_group_arns   = [aws_lb_target_group.mute.arn]

  launch_template {
    id = aws_launch_template.mute_web.id
  }
}

# It may send to others only.
resource "aws_security_group" "lost" { # want AL810 "aws_security_group.lost does not let out what aws_lb.lost sends aws_autoscaling_group.lost_web on port 80"
  vpc_id = aws_vpc.main.id

  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }

  egress {
    from_port       = 80
    to_port         = 80
    protocol        = "tcp"
    security_groups = [aws_security_group.mute_web.id]
  }

  egress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["10.9.0.0/16"]
  }
}

resource "aws_lb" "lost" {
  load_balancer_type = "application"
  security_groups    = [aws_security_group.lost.id]
  subnets            = [aws_subnet.a.id, aws_subnet.b.id]
}

resource "aws_lb_target_group" "lost" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = aws_vpc.main.id
}

resource "aws_lb_listener" "lost_80" {
  load_balancer_arn = aws_lb.lost.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.lost.arn
  }
}

resource "aws_security_group" "lost_web" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["10.0.0.0/16"]
  }

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_launch_template" "lost_web" {
  image_id               = "ami-0123456789abcdef0"
  vpc_security_group_ids = [aws_security_group.lost_web.id]
}

resource "aws_autoscaling_group" "lost_web" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [aws_subnet.a.id, aws_subnet.b.id]
  target_group_arns   = [aws_lb_target_group.lost.arn]

  launch_template {
    id = aws_launch_template.lost_web.id
  }
}

# It listens on ports that its group keeps shut: one of two, and all.
resource "aws_security_group" "half" { # want AL810 "aws_security_group.half lets nobody in on port 8443, on which aws_lb.half listens$"
  vpc_id = aws_vpc.main.id

  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_lb" "half" {
  load_balancer_type = "application"
  security_groups    = [aws_security_group.half.id]
  subnets            = [aws_subnet.a.id, aws_subnet.b.id]
}

resource "aws_lb_target_group" "half" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = aws_vpc.main.id
}

resource "aws_lb_listener" "half_443" {
  load_balancer_arn = aws_lb.half.arn
  port              = 443
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.half.arn
  }
}

resource "aws_lb_listener" "half_8443" {
  load_balancer_arn = aws_lb.half.arn
  port              = 8443
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.half.arn
  }
}

resource "aws_security_group" "shut" { # want AL810 "aws_security_group.shut lets nobody in on port 443 and 8443, on which aws_lb.shut listens, so that none of its clients comes to it"
  vpc_id = aws_vpc.main.id

  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_lb" "shut" {
  load_balancer_type = "application"
  security_groups    = [aws_security_group.shut.id]
  subnets            = [aws_subnet.a.id, aws_subnet.b.id]
}

resource "aws_lb_target_group" "shut" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = aws_vpc.main.id
}

resource "aws_lb_listener" "shut_443" {
  load_balancer_arn = aws_lb.shut.arn
  port              = 443
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.shut.arn
  }
}

resource "aws_lb_listener" "shut_8443" {
  load_balancer_arn = aws_lb.shut.arn
  port              = 8443
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.shut.arn
  }
}

# What only leads to the port that is open is advice.
resource "aws_security_group" "moved" { # want AL810 "aws_security_group.moved lets nobody in on port 80, on which aws_lb.moved listens$"
  vpc_id = aws_vpc.main.id

  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_lb" "moved" {
  load_balancer_type = "application"
  security_groups    = [aws_security_group.moved.id]
  subnets            = [aws_subnet.a.id, aws_subnet.b.id]
}

resource "aws_lb_target_group" "moved" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = aws_vpc.main.id
}

resource "aws_lb_listener" "moved_443" {
  load_balancer_arn = aws_lb.moved.arn
  port              = 443
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.moved.arn
  }
}

resource "aws_lb_listener" "moved_80" {
  load_balancer_arn = aws_lb.moved.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type = "redirect"

    redirect {
      port        = "443"
      status_code = "HTTP_301"
    }
  }
}

# A network load balancer without security groups comes by its addresses; no group means it.
resource "aws_lb" "network" {
  load_balancer_type = "network"
  subnets            = [aws_subnet.a.id, aws_subnet.b.id]
}

resource "aws_lb_target_group" "network" {
  port     = 80
  protocol = "TCP"
  vpc_id   = aws_vpc.main.id
}

resource "aws_lb_listener" "network_80" {
  load_balancer_arn = aws_lb.network.arn
  port              = 80
  protocol          = "TCP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.network.arn
  }
}

resource "aws_security_group" "network_web" { # want AL810 "aws_security_group.network_web does not let aws_lb.network in on port 80"
  vpc_id = aws_vpc.main.id

  ingress {
    from_port       = 80
    to_port         = 80
    protocol        = "tcp"
    security_groups = [aws_security_group.front.id]
  }

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_launch_template" "network_web" {
  image_id               = "ami-0123456789abcdef0"
  vpc_security_group_ids = [aws_security_group.network_web.id]
}

resource "aws_autoscaling_group" "network_web" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [aws_subnet.a.id, aws_subnet.b.id]
  target_group_arns   = [aws_lb_target_group.network.arn]

  launch_template {
    id = aws_launch_template.network_web.id
  }
}

# The database knows another tier than the one that is told its address.
resource "aws_security_group" "app" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port       = 8080
    to_port         = 8080
    protocol        = "tcp"
    security_groups = [aws_security_group.web.id]
  }

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "database" { # want AL810 "aws_security_group.database does not let aws_autoscaling_group.app in on port 5432: aws_db_instance.main is never reached"
  vpc_id = aws_vpc.main.id

  ingress {
    from_port       = 5432
    to_port         = 5432
    protocol        = "tcp"
    security_groups = [aws_security_group.web.id]
  }

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_db_instance" "main" {
  engine                 = "postgres"
  vpc_security_group_ids = [aws_security_group.database.id]
}

resource "aws_launch_template" "app" {
  image_id               = "ami-0123456789abcdef0"
  vpc_security_group_ids = [aws_security_group.app.id]
  user_data              = base64encode("#!/bin/bash\necho ${aws_db_instance.main.address} > /etc/app\n")
}

resource "aws_autoscaling_group" "app" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [aws_subnet.a.id, aws_subnet.b.id]

  launch_template {
    id = aws_launch_template.app.id
  }
}

# The task may call nobody on the port of the cache.
resource "aws_security_group" "cache" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port   = 6379
    to_port     = 6379
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/16"]
  }

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_elasticache_replication_group" "hot" {
  replication_group_id = "hot"
  description          = "hot"
  engine               = "valkey"
  security_group_ids   = [aws_security_group.cache.id]
}

resource "aws_ecs_task_definition" "api" {
  family = "api"
  container_definitions = jsonencode([{
    name        = "api"
    image       = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/api:1"
    environment = [{ name = "CACHE", value = aws_elasticache_replication_group.hot.primary_endpoint_address }]
  }])
}

resource "aws_ecs_service" "api" {
  name            = "api"
  task_definition = aws_ecs_task_definition.api.arn

  network_configuration {
    subnets         = [aws_subnet.a.id, aws_subnet.b.id]
    security_groups = [aws_security_group.api.id]
  }
}

resource "aws_security_group" "api" { # want AL810 "aws_security_group.api does not let out what aws_ecs_service.api sends aws_elasticache_replication_group.hot on port 6379"
  vpc_id = aws_vpc.main.id

  ingress {
    from_port       = 8080
    to_port         = 8080
    protocol        = "tcp"
    security_groups = [aws_security_group.web.id]
  }

  egress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# A function is a caller like others.
resource "aws_security_group" "nightly" {
  vpc_id = aws_vpc.main.id

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_lambda_function" "nightly" {
  function_name = "nightly"

  vpc_config {
    subnet_ids         = [aws_subnet.a.id]
    security_group_ids = [aws_security_group.nightly.id]
  }

  environment {
    variables = { DATABASE = aws_db_instance.reports.endpoint }
  }
}

resource "aws_security_group" "reports" { # want AL810 "aws_security_group.reports does not let aws_lambda_function.nightly in on port 5432"
  vpc_id = aws_vpc.main.id

  ingress {
    from_port       = 3306
    to_port         = 3306
    protocol        = "tcp"
    security_groups = [aws_security_group.nightly.id]
  }

  ingress {
    from_port       = 5432
    to_port         = 5432
    protocol        = "tcp"
    security_groups = [aws_security_group.web.id]
  }

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_db_instance" "reports" {
  engine                 = "postgres"
  vpc_security_group_ids = [aws_security_group.reports.id]
}

# Nothing carries the group that the database admits.
resource "aws_security_group" "nobody" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port       = 8080
    to_port         = 8080
    protocol        = "tcp"
    security_groups = [aws_security_group.web.id]
  }

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "archive" {
  vpc_id = aws_vpc.main.id

  ingress { # want AL810 "aws_db_instance.archive is open on port 5432 to aws_security_group.nobody alone, which nothing carries"
    from_port       = 5432
    to_port         = 5432
    protocol        = "tcp"
    security_groups = [aws_security_group.nobody.id]
  }
}

resource "aws_db_instance" "archive" {
  engine                 = "postgres"
  vpc_security_group_ids = [aws_security_group.archive.id]
}
