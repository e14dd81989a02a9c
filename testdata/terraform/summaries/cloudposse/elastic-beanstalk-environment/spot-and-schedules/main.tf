module "environment" {
  source  = "cloudposse/elastic-beanstalk-environment/aws"
  version = "0.53.0"

  namespace                          = "eg"
  environment                        = "ue1"
  name                               = "office"
  id_length_limit                    = 20
  attributes                         = ["internal", "tools"]
  region                             = "us-east-1"
  elastic_beanstalk_application_name = "office"
  solution_stack_name                = "64bit Amazon Linux 2023 v4.5.1 running Go 1"
  vpc_id                             = "vpc-0123456789abcdef0"
  application_subnets                = ["subnet-1", "subnet-2"]
  loadbalancer_type                  = "application"
  enable_loadbalancer_logs           = false
  elb_scheme                         = "internal"

  enable_spot_instances                      = true
  spot_fleet_on_demand_base                  = 1
  spot_fleet_on_demand_above_base_percentage = 25
  spot_max_price                             = 0.05

  root_volume_type       = "gp3"
  root_volume_iops       = 3000
  root_volume_throughput = 125
  ami_id                 = "ami-0123456789abcdef0"

  scheduled_actions = [
    {
      name            = "Refresh"
      minsize         = "0"
      maxsize         = "0"
      desiredcapacity = "0"
      starttime       = "2026-05-14T07:00:00Z"
      endtime         = "2027-05-14T07:00:00Z"
      recurrence      = "*/20 * * * *"
      suspend         = false
    },
  ]

  security_group_name                  = ["office-environment"]
  security_group_create_before_destroy = true
  allow_all_egress                     = false
  extended_ec2_policy_document         = "{}"
}

resource "aws_cloudwatch_log_group" "logs" {
  name = "/aws/elasticbeanstalk/${module.environment.name}"
}
