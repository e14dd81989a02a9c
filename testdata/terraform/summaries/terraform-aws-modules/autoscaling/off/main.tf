module "off" {
  source  = "terraform-aws-modules/autoscaling/aws"
  version = "6.10.0"

  create                      = false
  create_launch_template      = false
  create_iam_instance_profile = false
  name                        = "off"
  scaling_policies = {
    cpu = { policy_type = "SimpleScaling" }
  }
}

module "none" {
  source  = "terraform-aws-modules/autoscaling/aws"
  version = "9.2.1"
  count   = 0

  name = "none"
}

module "template" {
  source  = "terraform-aws-modules/autoscaling/aws"
  version = "8.3.1"

  create = false
  name   = "template"
  traffic_source_attachments = {
    x = { traffic_source_identifier = "arn:x" }
  }
}

module "old" {
  source  = "terraform-aws-modules/autoscaling/aws"
  version = "4.11.0"

  create_asg = false
  name       = "old"
}
