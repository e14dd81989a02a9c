module "asg" {
  source  = "terraform-aws-modules/autoscaling/aws"
  version = "2.12.0"

  name                = "web"
  image_id            = "ami-0123456789abcdef0"
  instance_type       = "t2.micro"
  security_groups     = ["sg-0123456789abcdef0"]
  vpc_zone_identifier = ["subnet-0a", "subnet-0b"]
  health_check_type   = "EC2"
  min_size            = 1
  max_size            = "2"
  desired_capacity    = 1
  target_group_arns   = [aws_lb_target_group.web.arn]

  associate_public_ip_address = true
  ebs_block_device = [
    {
      device_name = "/dev/xvdz"
      volume_size = "50"
    },
  ]

  tags_as_map = {
    Environment = "dev"
  }
}

resource "aws_lb_target_group" "web" {}

resource "aws_autoscaling_schedule" "night" {
  scheduled_action_name  = "night"
  autoscaling_group_name = module.asg.this_autoscaling_group_name
}

module "legacy" {
  source  = "terraform-aws-modules/autoscaling/aws"
  version = "2.12.0"

  name                = "legacy"
  image_id            = "ami-0123456789abcdef0"
  instance_type       = "t2.micro"
  security_groups     = ["${aws_security_group.web.id}"]
  vpc_zone_identifier = ["${data.aws_subnet_ids.all.ids}"]
  health_check_type   = "EC2"
  min_size            = 1
  max_size            = 2
  desired_capacity    = 1
  load_balancers      = ["${aws_elb.web.id}"]
}

resource "aws_security_group" "web" {}

resource "aws_elb" "web" {}

data "aws_subnet_ids" "all" {
  vpc_id = "vpc-0a"
}
