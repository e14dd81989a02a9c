resource "aws_eip" "this" {
  instance = local.instance_id
}
