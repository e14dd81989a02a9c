module "first" {
  source  = "terraform-aws-modules/autoscaling/aws"
  version = "3.0.0"

  name                = "first"
  image_id            = "ami-0123456789abcdef0"
  instance_type       = "t2.micro"
  vpc_zone_identifier = ["subnet-0a", "subnet-0b"]
  health_check_type   = "ELB"
  min_size            = 2
  max_size            = 4
  desired_capacity    = 2
  tags_as_map         = { Environment = "dev" }
}

module "last" {
  source  = "terraform-aws-modules/autoscaling/aws"
  version = "3.6.0"

  name                  = "last"
  image_id              = "ami-0123456789abcdef0"
  instance_type         = "t2.micro"
  vpc_zone_identifier   = ["subnet-0a"]
  health_check_type     = "EC2"
  min_size              = 1
  max_size              = 1
  desired_capacity      = 1
  max_instance_lifetime = 604800
}
