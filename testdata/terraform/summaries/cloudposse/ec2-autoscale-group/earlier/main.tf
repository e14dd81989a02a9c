module "before" {
  source  = "cloudposse/ec2-autoscale-group/aws"
  version = "0.25.0"

  namespace     = "eg"
  name          = "before"
  instance_type = "t3.small"
  subnet_ids    = ["subnet-0a", "subnet-0b"]
  min_size      = 1
  max_size      = 3
}

module "between" {
  source  = "cloudposse/ec2-autoscale-group/aws"
  version = "0.30.1"

  namespace       = "eg"
  tenant          = "t"
  name            = "between"
  instance_type   = "t3.small"
  subnet_ids      = ["subnet-0a", "subnet-0b"]
  min_size        = 2
  max_size        = 3
  load_balancers  = ["classic"]
  delimiter       = "_"
  id_length_limit = 16
}

module "sized" {
  source  = "cloudposse/ec2-autoscale-group/aws"
  version = "0.22.0"

  namespace                 = "eg"
  name                      = "sized"
  instance_type             = "t3.small"
  iam_instance_profile_name = "web"
  subnet_ids                = ["subnet-0a", "subnet-0b"]
  min_size                  = 2
  max_size                  = 3
}

module "named" {
  source  = "cloudposse/ec2-autoscale-group/aws"
  version = "0.19.0"

  namespace       = "eg"
  name            = "named"
  instance_type   = "t3.small"
  subnet_ids      = ["subnet-0a", "subnet-0b"]
  min_size        = 2
  max_size        = 3
  use_name_prefix = false
}
