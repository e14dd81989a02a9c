resource "aws_instance" "this" {
  lifecycle {
    ignore_changes = [root_block_device, ebs_block_device]
  }
}
