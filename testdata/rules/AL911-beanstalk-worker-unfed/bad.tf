resource "aws_sqs_queue" "work" {
  name = "work"
}

resource "aws_elastic_beanstalk_environment" "web" {
  name        = "web"
  application = "shop"
}

resource "aws_elastic_beanstalk_environment" "worker" { # want AL911 "^nothing in sight is told of the queue of aws_elastic_beanstalk_environment.worker"
  name        = "worker"
  application = "shop"
  tier        = "Worker"
}

resource "aws_elastic_beanstalk_environment" "supplied" { # want AL911 "aws_elastic_beanstalk_environment.supplied"
  name        = "supplied"
  application = "shop"
  tier        = "Worker"

  setting {
    namespace = "aws:elasticbeanstalk:sqsd"
    name      = "WorkerQueueURL"
    value     = aws_sqs_queue.work.url
  }
}
