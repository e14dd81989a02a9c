module "configuration" {
  source  = "terraform-aws-modules/autoscaling/aws"
  version = "4.11.0"

  name                = "configuration"
  min_size            = 0
  max_size            = 1
  vpc_zone_identifier = ["subnet-0a"]

  lc_name                     = "configuration"
  use_lc                      = true
  create_lc                   = true
  image_id                    = "ami-0123456789abcdef0"
  instance_type               = "t3.micro"
  user_data                   = "echo hello"
  associate_public_ip_address = true
  security_groups             = ["sg-0123456789abcdef0"]
  spot_price                  = "0.014"
  ebs_block_device = [
    {
      device_name           = "/dev/xvdz"
      delete_on_termination = true
      volume_size           = "50"
    },
  ]
  root_block_device = [
    {
      volume_size = 20
      volume_type = "gp2"
    },
  ]
  initial_lifecycle_hooks = [
    {
      name                 = "launch"
      lifecycle_transition = "autoscaling:EC2_INSTANCE_LAUNCHING"
      heartbeat_timeout    = 60
    },
  ]
}

module "existing" {
  source  = "terraform-aws-modules/autoscaling/aws"
  version = "4.10.0"

  name                 = "existing"
  use_lc               = true
  launch_configuration = aws_launch_configuration.old.name
  min_size             = 1
  max_size             = 1
  availability_zone    = ["us-east-1a"]
}

resource "aws_launch_configuration" "old" {
  image_id      = "ami-0123456789abcdef0"
  instance_type = "t2.micro"
}
