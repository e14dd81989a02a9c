# The published module makes the policies that scale its group, and may leave its size alone.
module "vpc" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "6.6.0"

  name            = "shop"
  cidr            = "10.0.0.0/16"
  azs             = ["eu-west-1a", "eu-west-1b"]
  public_subnets  = ["10.0.0.0/24", "10.0.1.0/24"]
  private_subnets = ["10.0.10.0/24", "10.0.11.0/24"]
}

module "alb" {
  source  = "terraform-aws-modules/alb/aws"
  version = "10.5.0"

  name    = "web"
  vpc_id  = module.vpc.vpc_id
  subnets = module.vpc.public_subnets

  listeners = {
    web = {
      port     = 80
      protocol = "HTTP"
      forward  = { target_group_key = "web" }
    }
  }

  target_groups = {
    web = {
      protocol          = "HTTP"
      port              = 80
      target_type       = "instance"
      create_attachment = false
      health_check      = { path = "/health" }
    }
  }
}

module "web" {
  source  = "terraform-aws-modules/autoscaling/aws"
  version = "9.2.1"

  name                = "web"
  image_id            = "ami-0123456789abcdef0"
  instance_type       = "t3.small"
  vpc_zone_identifier = module.vpc.private_subnets
  security_groups     = ["sg-1"]
  health_check_type   = "ELB"
  min_size            = 2
  max_size            = 6

  scaling_policies = {
    cpu = {
      policy_type = "TargetTrackingScaling"
      target_tracking_configuration = {
        predefined_metric_specification = { predefined_metric_type = "ASGAverageCPUUtilization" }
        target_value                    = 50
      }
    }
  }

  traffic_source_attachments = {
    web = { traffic_source_identifier = module.alb.target_groups["web"].arn }
  }
}

module "ignoring" {
  source  = "terraform-aws-modules/autoscaling/aws"
  version = "9.2.1"

  name                = "ignoring"
  image_id            = "ami-0123456789abcdef0"
  instance_type       = "t3.small"
  vpc_zone_identifier = module.vpc.private_subnets
  security_groups     = ["sg-1"]
  health_check_type   = "ELB"
  min_size            = 2
  max_size            = 6

  ignore_desired_capacity_changes = true
  scaling_policies = {
    cpu = {
      policy_type = "TargetTrackingScaling"
      target_tracking_configuration = {
        predefined_metric_specification = { predefined_metric_type = "ASGAverageCPUUtilization" }
        target_value                    = 50
      }
    }
  }

  traffic_source_attachments = {
    web = { traffic_source_identifier = module.alb.target_groups["web"].arn }
  }
}
