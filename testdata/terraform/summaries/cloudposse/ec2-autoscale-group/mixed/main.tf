module "spot" {
  source   = "cloudposse/ec2-autoscale-group/aws"
  version  = "0.39.0"
  for_each = toset(["a", "b"])

  name          = "spot-${each.key}"
  instance_type = "m5.large"
  subnet_ids    = ["subnet-0a", "subnet-0b"]
  min_size      = 0
  max_size      = 4

  mixed_instances_policy = {
    instances_distribution = {
      on_demand_allocation_strategy            = "prioritized"
      on_demand_base_capacity                  = 0
      on_demand_percentage_above_base_capacity = 0
      spot_allocation_strategy                 = "lowest-price"
      spot_instance_pools                      = 2
      spot_max_price                           = ""
    }
    override = [
      { instance_type = "t3.micro", weighted_capacity = 1 },
      { instance_type = "t3.small", weighted_capacity = 2 },
    ]
  }
  warm_pool = {
    pool_state                  = "Stopped"
    min_size                    = 1
    max_group_prepared_capacity = 2
  }
  instance_reuse_policy = {
    reuse_on_scale_in = true
  }

  default_alarms_enabled = false
  custom_alarms = {
    queue = {
      alarm_name                = "queue-high"
      comparison_operator       = "GreaterThanOrEqualToThreshold"
      evaluation_periods        = "2"
      metric_name               = "ApproximateNumberOfMessagesVisible"
      namespace                 = "AWS/SQS"
      period                    = "60"
      statistic                 = "Average"
      extended_statistic        = null
      threshold                 = "100"
      treat_missing_data        = "missing"
      ok_actions                = []
      insufficient_data_actions = []
      dimensions_name           = "QueueName"
      dimensions_target         = aws_sqs_queue.jobs.name
      alarm_description         = "much to do"
      alarm_actions             = [aws_sns_topic.ops.arn]
    }
  }
}

resource "aws_sqs_queue" "jobs" {}

resource "aws_sns_topic" "ops" {}
