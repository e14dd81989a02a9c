variable "zones" {
  default = ["eu-west-1a", "eu-west-1b"]
}

resource "aws_subnet" "web" {
  count             = length(var.zones)
  availability_zone = var.zones[count.index]
}

resource "aws_lb_target_group" "web" {}

module "web" {
  source  = "terraform-aws-modules/autoscaling/aws"
  version = "5.2.0"

  name                = "web"
  min_size            = 1
  max_size            = 3
  vpc_zone_identifier = aws_subnet.web[*].id
  target_group_arns   = aws_lb_target_group.web[*].arn

  image_id                  = "ami-0123456789abcdef0"
  instance_type             = "t2.micro"
  user_data_base64          = base64encode("echo hello")
  security_groups           = ["sg-0123456789abcdef0"]
  iam_instance_profile_name = "web"
  network_interfaces = [
    {
      associate_public_ip_address = true
      security_groups             = ["sg-11111111111111111"]
    },
  ]
  scaling_policies = {
    cpu = {
      policy_type = "TargetTrackingScaling"
      target_tracking_configuration = {
        predefined_metric_specification = {
          predefined_metric_type = "ASGAverageCPUUtilization"
        }
        target_value = 50.0
      }
    }
  }
  tags = { Environment = "dev" }
}

module "named" {
  source  = "terraform-aws-modules/autoscaling/aws"
  version = "5.2.0"

  name                            = "named"
  ignore_desired_capacity_changes = true
  min_size                        = 1
  max_size                        = 1
  availability_zone               = ["eu-west-1a"]
  create_launch_template          = false
  launch_template                 = "golden"
  suspended_processes             = ["ReplaceUnhealthy"]
}

output "arns" {
  value = [module.web.autoscaling_group_arn, module.named.autoscaling_group_vpc_zone_identifier, module.named.launch_template_id]
}
