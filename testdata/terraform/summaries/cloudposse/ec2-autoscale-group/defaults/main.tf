module "asg" {
  source  = "cloudposse/ec2-autoscale-group/aws"
  version = "0.43.1"

  instance_type = "t3.small"
  subnet_ids    = ["subnet-0a", "subnet-0b"]
  min_size      = 1
  max_size      = 2
}
