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

resource "aws_security_group" "front" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }

  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }

  egress {
    from_port       = 8000
    to_port         = 8100
    protocol        = "tcp"
    security_groups = [aws_security_group.web.id]
  }

  egress {
    from_port   = 9090
    to_port     = 9090
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/16"]
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

  health_check {
    port = 9090
    path = "/"
  }
}

resource "aws_lb_listener" "front_443" {
  load_balancer_arn = aws_lb.front.arn
  port              = 443
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.front.arn
  }
}

resource "aws_lb_listener" "front_80" {
  load_balancer_arn = aws_lb.front.arn
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

resource "aws_security_group" "web" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port       = 8080
    to_port         = 8080
    protocol        = "tcp"
    security_groups = [aws_security_group.front.id]
  }

  ingress {
    from_port   = 9000
    to_port     = 9100
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/20"]
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
  user_data              = base64encode("#!/bin/bash\necho ${aws_db_instance.main.address} > /etc/app\n")
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

resource "aws_security_group" "database" {
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

# A network load balancer keeps the addresses of its clients; one with a group is admitted by that.
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

resource "aws_security_group" "network_web" {
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

resource "aws_security_group" "guarded" {
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

resource "aws_lb" "guarded" {
  load_balancer_type = "network"
  security_groups    = [aws_security_group.guarded.id]
  subnets            = [aws_subnet.a.id, aws_subnet.b.id]
}

resource "aws_lb_target_group" "guarded" {
  port     = 80
  protocol = "TCP"
  vpc_id   = aws_vpc.main.id
}

resource "aws_lb_listener" "guarded_80" {
  load_balancer_arn = aws_lb.guarded.arn
  port              = 80
  protocol          = "TCP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.guarded.arn
  }
}

resource "aws_security_group" "guarded_web" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port       = 80
    to_port         = 80
    protocol        = "tcp"
    security_groups = [aws_security_group.guarded.id]
  }

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_launch_template" "guarded_web" {
  image_id               = "ami-0123456789abcdef0"
  vpc_security_group_ids = [aws_security_group.guarded_web.id]
}

resource "aws_autoscaling_group" "guarded_web" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [aws_subnet.a.id, aws_subnet.b.id]
  target_group_arns   = [aws_lb_target_group.guarded.arn]

  launch_template {
    id = aws_launch_template.guarded_web.id
  }
}

# One group for all lets its own in.
resource "aws_security_group" "both" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port = 0
    to_port   = 0
    protocol  = "ALL"
    self      = true
  }

  egress {
    from_port = 0
    to_port   = 0
    protocol  = "ALL"
    self      = true
  }
}

resource "aws_db_instance" "both" {
  engine                 = "postgres"
  vpc_security_group_ids = [aws_security_group.both.id]
}

resource "aws_launch_template" "both_web" {
  image_id               = "ami-0123456789abcdef0"
  vpc_security_group_ids = [aws_security_group.both.id]
  user_data              = base64encode("#!/bin/bash\necho ${aws_db_instance.both.address} > /etc/app\n")
}

resource "aws_autoscaling_group" "both_web" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [aws_subnet.a.id, aws_subnet.b.id]

  launch_template {
    id = aws_launch_template.both_web.id
  }
}

# The group of the database admits another that an interface carries.
resource "aws_security_group" "tool" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port   = 22
    to_port     = 22
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

resource "aws_security_group" "tooled" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port       = 5432
    to_port         = 5432
    protocol        = "tcp"
    security_groups = [aws_security_group.tool.id]
  }

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_db_instance" "tooled" {
  engine                 = "postgres"
  vpc_security_group_ids = [aws_security_group.tooled.id]
}

resource "aws_network_interface" "tool" {
  subnet_id       = aws_subnet.a.id
  security_groups = [aws_security_group.tool.id]
}

# Its name is not its address: what knows that does not call it.
resource "aws_security_group" "named" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port       = 5432
    to_port         = 5432
    protocol        = "tcp"
    security_groups = [aws_security_group.tool.id]
  }

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_db_instance" "named" {
  engine                 = "postgres"
  vpc_security_group_ids = [aws_security_group.named.id]
}

resource "aws_lambda_function" "snapshots" {
  function_name = "snapshots"

  vpc_config {
    subnet_ids         = [aws_subnet.a.id]
    security_group_ids = [aws_security_group.web.id]
  }

  environment {
    variables = { DATABASE = aws_db_instance.named.identifier }
  }
}

# On instances of a cluster the tasks take ports of those.
resource "aws_security_group" "bridge" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }

  egress {
    from_port   = 32768
    to_port     = 65535
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/16"]
  }
}

resource "aws_lb" "bridge" {
  load_balancer_type = "application"
  security_groups    = [aws_security_group.bridge.id]
  subnets            = [aws_subnet.a.id, aws_subnet.b.id]
}

resource "aws_lb_target_group" "bridge" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = aws_vpc.main.id
}

resource "aws_lb_listener" "bridge_80" {
  load_balancer_arn = aws_lb.bridge.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.bridge.arn
  }
}

resource "aws_ecs_task_definition" "bridge" {
  family                = "bridge"
  network_mode          = "bridge"
  container_definitions = jsonencode([{ name = "web", image = "nginx", portMappings = [{ containerPort = 80 }] }])
}

resource "aws_ecs_service" "bridge" {
  name            = "bridge"
  task_definition = aws_ecs_task_definition.bridge.arn

  load_balancer {
    target_group_arn = aws_lb_target_group.bridge.arn
    container_name   = "web"
    container_port   = 80
  }
}
