resource "aws_instance" "this" {
  lifecycle {
    ignore_changes = [private_ip, root_block_device, ebs_block_device]
  }
}

resource "aws_instance" "this_t2" {
  lifecycle {
    ignore_changes = [private_ip, root_block_device, ebs_block_device]
  }
}
