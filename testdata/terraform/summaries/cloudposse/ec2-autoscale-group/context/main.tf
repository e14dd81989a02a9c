module "label" {
  source  = "cloudposse/label/null"
  version = "0.25.0"

  namespace  = "eg"
  stage      = "test"
  name       = "app"
  attributes = ["public"]
  tags       = { Empty = "", BusinessUnit = "x" }
}

module "asg" {
  source  = "cloudposse/ec2-autoscale-group/aws"
  version = "0.43.1"

  context              = module.label.context
  attributes           = ["group"]
  image_id             = "ami-0123456789abcdef0"
  instance_type        = "t3.small"
  subnet_ids           = ["subnet-0a"]
  network_interface_id = aws_network_interface.fixed.id
  min_size             = 1
  max_size             = 1
  user_data            = "mount /dev/sdf /data"
  placement_group      = "x"
  instance_market_options = {
    market_type = "spot"
  }
}

resource "aws_network_interface" "fixed" {
  subnet_id = "subnet-0a"
}
