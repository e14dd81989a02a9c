# Workers that scale on what waits for them.
resource "aws_sqs_queue" "jobs" {
  name = "jobs"
}

variable "subnets" {
  type = list(string)
}

module "workers" {
  source   = "terraform-aws-modules/autoscaling/aws"
  version  = "9.2.1"
  for_each = toset(["fast", "slow"])

  name                = "workers-${each.key}"
  min_size            = 0
  max_size            = each.key == "fast" ? 10 : 2
  vpc_zone_identifier = var.subnets

  image_id      = "ami-0123456789abcdef0"
  instance_type = "c6g.large"
  instance_market_options = {
    market_type = "spot"
    spot_options = {
      max_price = "0.05"
    }
  }
  network_interfaces = [
    {
      associate_public_ip_address = true
      delete_on_termination       = true
      device_index                = 0
      security_groups             = ["sg-0123456789abcdef0"]
    },
  ]
  security_groups = ["sg-11111111111111111"]
  block_device_mappings = [
    {
      device_name = "/dev/xvda"
      ebs = {
        volume_size = 20
        encrypted   = true
      }
    },
    {
      device_name = "/dev/sdf"
      ebs = {
        volume_size = 100
        volume_type = "gp3"
      }
    },
  ]

  initial_lifecycle_hooks = [
    {
      name                 = "startup"
      lifecycle_transition = "autoscaling:EC2_INSTANCE_LAUNCHING"
      heartbeat_timeout    = 60
    },
  ]
  warm_pool = {
    pool_state = "Stopped"
    min_size   = 1
    instance_reuse_policy = {
      reuse_on_scale_in = true
    }
  }

  scaling_policies = {
    backlog = {
      policy_type = "TargetTrackingScaling"
      target_tracking_configuration = {
        target_value = 10
        customized_metric_specification = {
          metrics = [
            {
              id    = "waiting"
              label = "messages that wait"
              metric_stat = {
                metric = {
                  namespace   = "AWS/SQS"
                  metric_name = "ApproximateNumberOfMessagesVisible"
                  dimensions  = [{ name = "QueueName", value = aws_sqs_queue.jobs.name }]
                }
                stat = "Sum"
              }
              return_data = true
            },
          ]
        }
      }
    }
    steps = {
      policy_type     = "StepScaling"
      adjustment_type = "ChangeInCapacity"
      step_adjustment = [
        { scaling_adjustment = 1, metric_interval_lower_bound = 0, metric_interval_upper_bound = 100 },
        { scaling_adjustment = 3, metric_interval_lower_bound = 100 },
      ]
    }
  }
}

output "names" {
  value = { for k, m in module.workers : k => m.autoscaling_group_name }
}
