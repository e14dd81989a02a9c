resource "aws_sqs_queue" "dead" {
  name = "dead"
}

resource "aws_sqs_queue" "patient" {
  name = "patient"
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.dead.arn
    maxReceiveCount     = 10
  })
}

resource "aws_sqs_queue" "plain" {
  name = "plain"
}

# 300 seconds against 299.
resource "aws_elastic_beanstalk_environment" "by_default" {
  name        = "by-default"
  application = "shop"
  tier        = "Worker"
}

resource "aws_elastic_beanstalk_environment" "web" {
  name        = "web"
  application = "shop"

  setting {
    namespace = "aws:elasticbeanstalk:sqsd"
    name      = "VisibilityTimeout"
    value     = "60"
  }
}

# Beanstalk makes a queue of its own to suit.
resource "aws_elastic_beanstalk_environment" "own_queue" {
  name        = "own-queue"
  application = "shop"
  tier        = "Worker"

  setting {
    namespace = "aws:elasticbeanstalk:sqsd"
    name      = "MaxRetries"
    value     = "50"
  }
}

resource "aws_elastic_beanstalk_environment" "patient_queue" {
  name        = "patient-queue"
  application = "shop"
  tier        = "Worker"

  setting {
    namespace = "aws:elasticbeanstalk:sqsd"
    name      = "WorkerQueueURL"
    value     = aws_sqs_queue.patient.url
  }
}

resource "aws_elastic_beanstalk_environment" "plain_queue" {
  name        = "plain-queue"
  application = "shop"
  tier        = "Worker"

  setting {
    namespace = "aws:elasticbeanstalk:sqsd"
    name      = "WorkerQueueURL"
    value     = aws_sqs_queue.plain.url
  }
}
