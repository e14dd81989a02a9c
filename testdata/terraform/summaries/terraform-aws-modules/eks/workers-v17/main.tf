provider "aws" {
  region = "eu-west-2"
}

variable "max_size" {
  default = 6
}

module "eks" {
  source  = "terraform-aws-modules/eks/aws"
  version = "17.24.0"

  cluster_name    = "shop"
  cluster_version = "1.21"
  vpc_id          = "vpc-0a"
  subnets         = ["subnet-0a", "subnet-0b", "subnet-0c"]

  cluster_endpoint_private_access                = true
  cluster_create_endpoint_private_access_sg_rule = true
  cluster_endpoint_private_access_cidrs          = ["10.0.0.0/8"]
  worker_additional_security_group_ids           = [aws_security_group.ssh.id]
  workers_additional_policies                    = ["arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess"]
  enable_irsa                                    = true
  worker_create_initial_lifecycle_hooks          = true

  workers_group_defaults = {
    root_volume_type = "gp2"
    instance_type    = "m5.large"
  }

  worker_groups = [
    {
      name                          = "first"
      asg_desired_capacity          = 2
      asg_max_size                  = var.max_size
      additional_security_group_ids = [aws_security_group.web.id]
      target_group_arns             = [aws_lb_target_group.web.arn]
      health_check_type             = "ELB"
      public_ip                     = true
      tags = [{
        key                 = "k8s.io/cluster-autoscaler/enabled"
        value               = "true"
        propagate_at_launch = false
      }]
    },
    {
      instance_type            = "t3.small"
      subnets                  = ["subnet-0a"]
      ami_id                   = "ami-0123456789abcdef0"
      instance_refresh_enabled = true
      asg_initial_lifecycle_hooks = [{
        name                 = "boot"
        lifecycle_transition = "autoscaling:EC2_INSTANCE_LAUNCHING"
      }]
    },
  ]

  worker_groups_launch_template = [
    {
      name                    = "spot"
      override_instance_types = ["m5.large", "m5a.large"]
      spot_instance_pools     = 4
      asg_max_size            = 5
      kubelet_extra_args      = "--node-labels=node.kubernetes.io/lifecycle=spot"
    },
    {
      launch_template_version         = "$Default"
      market_type                     = "spot"
      launch_template_placement_group = "together"
    },
  ]

  tags = {
    Environment = "production"
  }
}

resource "aws_security_group" "ssh" {}

resource "aws_security_group" "web" {}

resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
}

resource "aws_autoscaling_attachment" "web" {
  autoscaling_group_name = module.eks.workers_asg_names[1]
  lb_target_group_arn    = aws_lb_target_group.web.arn
}
