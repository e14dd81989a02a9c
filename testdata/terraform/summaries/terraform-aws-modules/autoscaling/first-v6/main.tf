# 6.0 did not yet hand security groups to the interfaces.
module "first" {
  source  = "terraform-aws-modules/autoscaling/aws"
  version = "6.0.0"

  name            = "first"
  min_size        = 2
  max_size        = 3
  instance_type   = "t3.small"
  image_id        = "ami-0123456789abcdef0"
  security_groups = ["sg-0123456789abcdef0"]
  network_interfaces = [
    { device_index = 0, associate_public_ip_address = true, security_groups = ["sg-11111111111111111"] },
  ]
}

module "oldest" {
  source  = "terraform-aws-modules/autoscaling/aws"
  version = "4.0.0"

  name        = "oldest"
  min_size    = 2
  max_size    = 3
  create_lt   = true
  use_lt      = true
  image_id    = "ami-0123456789abcdef0"
  tags_as_map = { Environment = "dev" }
}
