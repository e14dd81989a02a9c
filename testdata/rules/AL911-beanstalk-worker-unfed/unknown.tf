variable "queue" {
  type = string
}

resource "aws_elastic_beanstalk_environment" "web" {
  name        = "web"
  application = "shop"
}

resource "aws_elastic_beanstalk_environment" "worker" { # unknown AL911
  name        = "worker"
  application = "shop"
  tier        = "Worker"

  setting {
    namespace = "aws:elasticbeanstalk:sqsd"
    name      = "WorkerQueueURL"
    value     = var.queue
  }
}
