variable "environment" {
  default = "staging"
}

locals {
  name = "web-${var.environment}"
}

resource "aws_lb_target_group" "web" {}

resource "aws_security_group" "web" {}

module "web" {
  source  = "terraform-aws-modules/autoscaling/aws"
  version = "6.10.0"

  name                = local.name
  min_size            = 2
  max_size            = 2
  desired_capacity    = 2
  vpc_zone_identifier = data.aws_subnets.private.ids
  target_group_arns   = [aws_lb_target_group.web.arn]
  health_check_type   = var.environment == "prod" ? "ELB" : "EC2"

  image_id        = "ami-0123456789abcdef0"
  instance_type   = "m5.large"
  user_data       = filebase64("${path.module}/boot.sh")
  security_groups = [aws_security_group.web.id]
  network_interfaces = [
    {
      delete_on_termination = true
      description           = "eth0"
      device_index          = 0
      security_groups       = ["sg-0123456789abcdef0"]
    },
  ]

  create_iam_instance_profile = true
  iam_role_name               = "web"
  iam_role_use_name_prefix    = false
  iam_role_path               = "/ec2/"
  iam_role_policies = {
    AmazonSSMManagedInstanceCore = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
    own                          = aws_iam_policy.own.arn
  }
  autoscaling_group_tags = { Extra = "yes" }
}

resource "aws_iam_policy" "own" {
  policy = "{}"
}

data "aws_subnets" "private" {}
