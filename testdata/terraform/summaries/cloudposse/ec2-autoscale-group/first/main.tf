module "first" {
  source  = "cloudposse/ec2-autoscale-group/aws"
  version = "0.8.0"

  namespace                 = "eg"
  stage                     = "dev"
  name                      = "first"
  image_id                  = "ami-0123456789abcdef0"
  instance_type             = "t3.small"
  subnet_ids                = ["subnet-0a", "subnet-0b"]
  min_size                  = 2
  max_size                  = 3
  health_check_type         = "ELB"
  iam_instance_profile_name = "web"
  tags                      = { Tier = "1" }
}

module "ninth" {
  source  = "cloudposse/ec2-autoscale-group/aws"
  version = "0.9.0"

  namespace                 = "eg"
  name                      = "ninth"
  instance_type             = "t3.small"
  subnet_ids                = ["subnet-0a", "subnet-0b"]
  min_size                  = 2
  max_size                  = 3
  iam_instance_profile_name = "web"
}

module "twelfth" {
  source  = "cloudposse/ec2-autoscale-group/aws"
  version = "0.12.1"

  namespace                    = "eg"
  name                         = "twelfth"
  instance_type                = "t3.small"
  subnet_ids                   = ["subnet-0a", "subnet-0b"]
  min_size                     = 2
  max_size                     = 3
  autoscaling_policies_enabled = false
  block_device_mappings = [
    {
      device_name  = "/dev/sdf"
      no_device    = null
      virtual_name = null
      ebs = {
        delete_on_termination = true
        encrypted             = true
        iops                  = null
        kms_key_id            = null
        snapshot_id           = null
        volume_size           = 20
        volume_type           = "gp2"
      }
    },
  ]
}
