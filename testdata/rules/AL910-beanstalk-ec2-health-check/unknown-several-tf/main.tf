resource "aws_elastic_beanstalk_environment" "web" { # unknown AL910
  name        = "web"
  application = "shop"
}

resource "aws_elastic_beanstalk_environment" "shop" { # unknown AL910
  name        = "shop"
  application = "shop"
}
