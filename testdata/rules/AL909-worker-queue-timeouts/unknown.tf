variable "visible" {
  type = string
}

variable "times" {
  type = number
}


resource "aws_sqs_queue" "dead" {
  name = "dead"
}

resource "aws_sqs_queue" "work" {
  name = "work"
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.dead.arn
    maxReceiveCount     = var.times
  })
}

resource "aws_elastic_beanstalk_environment" "by_variable" { # unknown AL909
  name        = "by-variable"
  application = "shop"
  tier        = "Worker"

  setting {
    namespace = "aws:elasticbeanstalk:sqsd"
    name      = "VisibilityTimeout"
    value     = var.visible
  }
}

resource "aws_elastic_beanstalk_environment" "elsewhere" { # unknown AL909
  name        = "elsewhere"
  application = "shop"
  tier        = "Worker"

  setting {
    namespace = "aws:elasticbeanstalk:sqsd"
    name      = "WorkerQueueURL"
    value     = var.visible
  }
}

resource "aws_elastic_beanstalk_environment" "some_times" { # unknown AL909
  name        = "some-times"
  application = "shop"
  tier        = "Worker"

  setting {
    namespace = "aws:elasticbeanstalk:sqsd"
    name      = "WorkerQueueURL"
    value     = aws_sqs_queue.work.url
  }
}
