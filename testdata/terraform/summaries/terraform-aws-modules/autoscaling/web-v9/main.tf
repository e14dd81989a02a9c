variable "max" {
  default = 6
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "web" {
  count             = 2
  vpc_id            = aws_vpc.main.id
  cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 8, count.index)
  availability_zone = ["eu-west-1a", "eu-west-1b"][count.index]
}

resource "aws_security_group" "web" {
  vpc_id = aws_vpc.main.id
}

resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = aws_vpc.main.id
}

module "web" {
  source  = "terraform-aws-modules/autoscaling/aws"
  version = "9.2.1"

  name                      = "web"
  min_size                  = 2
  max_size                  = var.max
  desired_capacity          = 2
  vpc_zone_identifier       = aws_subnet.web[*].id
  health_check_type         = "ELB"
  health_check_grace_period = 120
  max_instance_lifetime     = 604800

  traffic_source_attachments = {
    alb = {
      traffic_source_identifier = aws_lb_target_group.web.arn
    }
  }

  image_id        = "ami-0123456789abcdef0"
  instance_type   = "t3.small"
  user_data       = base64encode("#!/bin/sh\nyum install -y httpd\n")
  security_groups = [aws_security_group.web.id]

  create_iam_instance_profile = true
  iam_role_name               = "web"
  iam_role_policies = {
    ssm = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
  }

  instance_refresh = {
    strategy = "Rolling"
    preferences = {
      min_healthy_percentage = 50
    }
    triggers = ["tag"]
  }
  instance_maintenance_policy = {
    min_healthy_percentage = 100
    max_healthy_percentage = 110
  }

  scaling_policies = {
    cpu = {
      policy_type = "TargetTrackingScaling"
      target_tracking_configuration = {
        predefined_metric_specification = {
          predefined_metric_type = "ASGAverageCPUUtilization"
        }
        target_value = 50
      }
    }
    more = {
      name               = "scale-out"
      scaling_adjustment = 1
      adjustment_type    = "ChangeInCapacity"
      cooldown           = 300
    }
  }

  schedules = {
    night = {
      min_size   = 0
      max_size   = 0
      recurrence = "0 18 * * 1-5"
    }
    morning = {
      min_size         = 2
      max_size         = 6
      desired_capacity = 2
      recurrence       = "0 7 * * 1-5"
      time_zone        = "Europe/Rome"
    }
  }

  tags = {
    Environment = "prod"
  }
  autoscaling_group_tags_not_propagate_at_launch = ["Environment"]
}

resource "aws_cloudwatch_metric_alarm" "busy" {
  alarm_name    = "busy"
  alarm_actions = [module.web.autoscaling_policy_arns["more"]]
  dimensions = {
    AutoScalingGroupName = module.web.autoscaling_group_name
  }
}

output "role" {
  value = module.web.iam_role_arn
}
