resource "aws_elb" "web" {
  name = "web"
}

variable "subnets" {
  type    = list(string)
  default = ["subnet-0a", "subnet-0b"]
}

module "asg" {
  source  = "terraform-aws-modules/autoscaling/aws"
  version = "3.9.0"

  name    = "web"
  lc_name = "web-lc"

  image_id        = "ami-0123456789abcdef0"
  instance_type   = "t2.micro"
  security_groups = ["sg-0123456789abcdef0"]
  load_balancers  = [aws_elb.web.id]
  user_data       = "yum install -y httpd"
  ebs_block_device = [
    {
      device_name           = "/dev/xvdz"
      volume_type           = "gp2"
      volume_size           = "50"
      delete_on_termination = true
    },
  ]
  root_block_device = [
    {
      volume_size = "50"
      volume_type = "gp2"
    },
  ]

  asg_name                  = "web-asg"
  vpc_zone_identifier       = var.subnets
  health_check_type         = "EC2"
  min_size                  = 0
  max_size                  = 1
  desired_capacity          = 1
  wait_for_capacity_timeout = 0
  service_linked_role_arn   = "arn:aws:iam::123456789012:role/aws-service-role/autoscaling.amazonaws.com/x"
  tags = [
    {
      key                 = "Environment"
      value               = "dev"
      propagate_at_launch = true
    },
  ]
  tags_as_map = {
    extra_tag1 = "extra_value1"
  }
}

resource "aws_autoscaling_policy" "up" {
  name                   = "up"
  autoscaling_group_name = module.asg.this_autoscaling_group_name
}
