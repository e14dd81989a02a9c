# The alarm stands in a module, which is handed the policy's ARN.
provider "aws" {
  region = "eu-west-1"
}

resource "aws_autoscaling_policy" "grow" {
  name                   = "grow"
  autoscaling_group_name = "web"
  scaling_adjustment     = 1
}

module "alarm" {
  source  = "./alarm"
  actions = { high = aws_autoscaling_policy.grow.arn }
}
