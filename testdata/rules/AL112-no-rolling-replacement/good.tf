resource "aws_launch_template" "web" {
  image_id      = "ami-1"
  instance_type = "t3.small"
}

resource "aws_launch_configuration" "web" {
  name_prefix   = "web-"
  image_id      = "ami-1"
  instance_type = "t3.small"
}

resource "aws_autoscaling_group" "refreshed" {
  min_size = 2
  max_size = 4

  launch_template {
    id      = aws_launch_template.web.id
    version = aws_launch_template.web.latest_version
  }

  instance_refresh {
    strategy = "Rolling"
  }
}

resource "aws_autoscaling_group" "aging" {
  min_size              = 2
  max_size              = 4
  max_instance_lifetime = 604800

  launch_template {
    id = aws_launch_template.web.id
  }
}

# A new configuration makes a new group.
resource "aws_autoscaling_group" "renamed" {
  name                 = "web-${aws_launch_configuration.web.name}"
  min_size             = 2
  max_size             = 4
  launch_configuration = aws_launch_configuration.web.name

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_autoscaling_group" "triggered" {
  min_size             = 2
  max_size             = 4
  launch_configuration = aws_launch_configuration.web.name

  lifecycle {
    replace_triggered_by = [aws_launch_configuration.web]
  }
}

# One instance is no fleet.
resource "aws_autoscaling_group" "single" {
  min_size = 1
  max_size = 1

  launch_template {
    id = aws_launch_template.web.id
  }
}

# Workers that come and go.
resource "aws_autoscaling_group" "workers" {
  min_size = 0
  max_size = 10

  launch_template {
    id = aws_launch_template.workers.id
  }
}

resource "aws_launch_template" "workers" {
  image_id               = "ami-1"
  instance_type          = "t3.small"
  vpc_security_group_ids = [aws_security_group.workers.id]
}

resource "aws_security_group" "workers" {
  vpc_id = "vpc-1"
}

# Nodes of a cluster are drained by the cluster's own tools.
resource "aws_autoscaling_group" "nodes" {
  min_size = 2
  max_size = 10

  launch_template {
    id = aws_launch_template.web.id
  }

  tag {
    key                 = "kubernetes.io/cluster/main"
    value               = "owned"
    propagate_at_launch = true
  }
}

# CodeDeploy replaces them.
resource "aws_autoscaling_group" "deployed" {
  min_size = 2
  max_size = 4

  launch_template {
    id = aws_launch_template.web.id
  }
}

resource "aws_codedeploy_deployment_group" "web" {
  app_name              = "web"
  deployment_group_name = "web"
  service_role_arn      = "arn:aws:iam::123456789012:role/deploy"
  autoscaling_groups    = [aws_autoscaling_group.deployed.name]
}
