variable "subnets" {
  type = list(string)
}

resource "aws_autoscaling_group" "this" {
  min_size            = 1
  max_size            = 2
  vpc_zone_identifier = var.subnets # want AL101 "module.batch.aws_autoscaling_group.this can launch only in eu-west-1b"
}
