module "first" {
  source  = "terraform-aws-modules/autoscaling/aws"
  version = "4.2.0"

  name        = "first"
  use_lt      = true
  create_lt   = true
  image_id    = "ami-0123456789abcdef0"
  min_size    = 1
  max_size    = 2
  tags_as_map = { Environment = "dev" }
}

module "fixed" {
  source  = "terraform-aws-modules/autoscaling/aws"
  version = "4.6.0"

  name       = "fixed"
  use_lt     = true
  create_lt  = true
  lt_version = "$Latest"
  image_id   = "ami-0123456789abcdef0"
  min_size   = 1
  max_size   = 2
  tags       = [{ key = "Environment", value = "dev", propagate_at_launch = true }]
}
