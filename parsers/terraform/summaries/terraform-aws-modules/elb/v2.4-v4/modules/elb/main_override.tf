resource "aws_elb" "this" {
  count = var.create_elb ? 1 : 0
}
