resource "aws_sqs_queue" "dead" {
  name = "dead"
}

resource "aws_sqs_queue" "work" {
  name = "work"
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.dead.arn
    maxReceiveCount     = 5
  })
}

resource "aws_elastic_beanstalk_environment" "short" {
  name        = "short"
  application = "shop"
  tier        = "Worker"

  setting {
    namespace = "aws:elasticbeanstalk:sqsd"
    name      = "VisibilityTimeout"
    value     = "60" # want AL909 "^a message that aws_elastic_beanstalk_environment.short has worked on for 60 seconds is handed out again, while the application may take 299: VisibilityTimeout is 60; InactivityTimeout is 299 because none is written$"
  }
}

resource "aws_elastic_beanstalk_environment" "equal" {
  name        = "equal"
  application = "shop"
  tier        = "Worker"

  setting {
    namespace = "aws:elasticbeanstalk:sqsd"
    name      = "InactivityTimeout"
    value     = "600"
  }

  setting {
    namespace = "aws:elasticbeanstalk:sqsd"
    name      = "VisibilityTimeout"
    value     = "600" # want AL909 "600"
  }
}

resource "aws_elastic_beanstalk_environment" "long_work" { # want AL909 "VisibilityTimeout is 300 because none is written; InactivityTimeout is 1200$"
  name        = "long-work"
  application = "shop"
  tier        = "Worker"

  setting {
    namespace = "aws:elasticbeanstalk:sqsd"
    name      = "InactivityTimeout"
    value     = "1200"
  }
}

resource "aws_elastic_beanstalk_environment" "retries" {
  name        = "retries"
  application = "shop"
  tier        = "Worker"

  setting {
    namespace = "aws:elasticbeanstalk:sqsd"
    name      = "WorkerQueueURL"
    value     = aws_sqs_queue.work.url
  }

  setting {
    namespace = "aws:elasticbeanstalk:sqsd"
    name      = "MaxRetries"
    value     = "8" # want AL909 "^aws_elastic_beanstalk_environment.retries tries a message 8 times, but .*ork puts it aside after 5: MaxRetries is 8$"
  }
}

resource "aws_elastic_beanstalk_environment" "retries_by_default" {
  name        = "retries-by-default"
  application = "shop"
  tier        = "Worker"

  setting {
    namespace = "aws:elasticbeanstalk:sqsd"
    name      = "WorkerQueueURL"
    value     = aws_sqs_queue.work.url # want AL909 "MaxRetries is 10 because none is written$"
  }
}
