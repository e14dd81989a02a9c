resource "aws_sqs_queue" "work" {
  name = "work"
}

resource "aws_elastic_beanstalk_environment" "web" {
  name        = "web"
  application = "shop"

  setting {
    namespace = "aws:elasticbeanstalk:application:environment"
    name      = "QUEUE_URL"
    value     = aws_sqs_queue.work.url
  }
}

resource "aws_elastic_beanstalk_environment" "supplied" {
  name        = "supplied"
  application = "shop"
  tier        = "Worker"

  setting {
    namespace = "aws:elasticbeanstalk:sqsd"
    name      = "WorkerQueueURL"
    value     = aws_sqs_queue.work.url
  }
}
