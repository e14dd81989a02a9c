module "off" {
  source  = "cloudposse/ec2-autoscale-group/aws"
  version = "0.43.1"
  enabled = false

  instance_type = "t3.small"
  subnet_ids    = []
  min_size      = 1
  max_size      = 1
}

module "unscaled" {
  source  = "cloudposse/ec2-autoscale-group/aws"
  version = "0.35.1"

  name                         = "unscaled"
  autoscaling_policies_enabled = false
  instance_type                = "t3.small"
  subnet_ids                   = ["subnet-0a", "subnet-0b"]
  min_size                     = 1
  max_size                     = 4
  placement = {
    affinity          = null
    availability_zone = "us-east-2a"
    group_name        = null
    host_id           = null
    tenancy           = "default"
  }
}
