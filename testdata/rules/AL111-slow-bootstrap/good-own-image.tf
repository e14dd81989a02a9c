data "aws_ami" "own" {
  owners      = ["self"]
  most_recent = true
}

data "aws_caller_identity" "current" {}

data "aws_ami" "account" {
  owners = [data.aws_caller_identity.current.account_id]
}

resource "aws_imagebuilder_image" "web" {
  infrastructure_configuration_arn = "arn:aws:imagebuilder:eu-west-1:123456789012:infrastructure-configuration/web"
}

locals {
  images = {
    own     = data.aws_ami.own.id
    account = data.aws_ami.account.image_id
    built   = tolist(tolist(aws_imagebuilder_image.web.output_resources)[0].amis)[0].image
  }
}

resource "aws_launch_template" "web" {
  for_each  = local.images
  image_id  = each.value
  user_data = base64encode("#!/bin/bash\nyum update -y\nyum install -y httpd php php-mysqlnd\n")
}

resource "aws_autoscaling_group" "web" {
  for_each = local.images
  min_size = 2
  max_size = 4

  launch_template {
    id = aws_launch_template.web[each.key].id
  }
}
