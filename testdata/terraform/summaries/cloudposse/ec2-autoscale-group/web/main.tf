variable "environment" {
  default = "staging"
}

resource "aws_lb_target_group" "web" {}

resource "aws_security_group" "web" {}

resource "aws_subnet" "web" {
  count             = 2
  availability_zone = ["us-east-2a", "us-east-2b"][count.index]
}

module "autoscale_group" {
  source  = "cloudposse/ec2-autoscale-group/aws"
  version = "0.41.1"

  namespace   = "eg"
  stage       = "prod"
  environment = "ue2"
  name        = "web"

  image_id                    = "ami-0123456789abcdef0"
  instance_type               = "t2.small"
  security_group_ids          = [aws_security_group.web.id]
  subnet_ids                  = aws_subnet.web[*].id
  health_check_type           = "ELB"
  target_group_arns           = [aws_lb_target_group.web.arn]
  min_size                    = 2
  max_size                    = 3
  wait_for_capacity_timeout   = "5m"
  associate_public_ip_address = true
  iam_instance_profile_name   = "web"
  user_data_base64            = base64encode("echo hello")
  launch_template_version     = ""

  tags = {
    Tier = "1"
  }

  autoscaling_policies_enabled           = true
  cpu_utilization_high_threshold_percent = "70"
  cpu_utilization_low_threshold_percent  = "20"

  block_device_mappings = [
    {
      device_name = "/dev/sda1"
      ebs = {
        encrypted             = true
        volume_size           = 200
        delete_on_termination = null
      }
    },
  ]
  instance_refresh = {
    strategy = "Rolling"
    preferences = {
      min_healthy_percentage = 90
    }
    triggers = ["tag"]
  }
}

resource "aws_autoscaling_lifecycle_hook" "launch" {
  name                   = "launch"
  autoscaling_group_name = module.autoscale_group.autoscaling_group_name
  lifecycle_transition   = "autoscaling:EC2_INSTANCE_LAUNCHING"
}
