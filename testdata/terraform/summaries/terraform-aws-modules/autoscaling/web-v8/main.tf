variable "subnet_ids" {
  type = list(string)
}

variable "create" {
  default = true
}

resource "aws_lb_target_group" "a" {}

resource "aws_lb_target_group" "b" {}

module "web" {
  source  = "terraform-aws-modules/autoscaling/aws"
  version = "8.3.1"

  name                = "web"
  min_size            = "2"
  max_size            = 6
  vpc_zone_identifier = var.subnet_ids
  health_check_type   = "EC2"

  traffic_source_attachments = {
    a = { traffic_source_identifier = aws_lb_target_group.a.arn, traffic_source_type = "elbv2" }
    b = { traffic_source_identifier = aws_lb_target_group.b.arn }
  }

  launch_template_name        = "web-template"
  launch_template_description = "Template of the web servers"
  update_default_version      = true
  image_id                    = data.aws_ami.linux.id
  instance_type               = "t3.micro"
  security_groups             = ["sg-0123456789abcdef0"]
  iam_instance_profile_name   = "web"
  tags                        = { Project = "x" }

  scaling_policies = {
    requests = {
      policy_type               = "TargetTrackingScaling"
      estimated_instance_warmup = 120
      enabled                   = false
      target_tracking_configuration = {
        predefined_metric_specification = {
          predefined_metric_type = "ALBRequestCountPerTarget"
          resource_label         = "app/x/50dc6c495c0c9188/targetgroup/y/943f017f100becff"
        }
        target_value = 800
      }
    }
    predictive = {
      policy_type = "PredictiveScaling"
      predictive_scaling_configuration = {
        mode                   = "ForecastAndScale"
        scheduling_buffer_time = 10
        metric_specification = {
          target_value = 32
          predefined_scaling_metric_specification = {
            predefined_metric_type = "ASGAverageCPUUtilization"
            resource_label         = "x"
          }
        }
      }
    }
  }
}

module "perhaps" {
  source  = "terraform-aws-modules/autoscaling/aws"
  version = "8.0.0"

  create                      = var.create
  name                        = "perhaps"
  min_size                    = 1
  max_size                    = 1
  create_iam_instance_profile = true
  iam_role_name               = "perhaps"
}

data "aws_ami" "linux" {
  most_recent = true
  owners      = ["amazon"]
}
