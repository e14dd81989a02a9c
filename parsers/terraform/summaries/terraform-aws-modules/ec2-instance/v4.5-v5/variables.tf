variable "ebs_block_device" {
  type    = list(any)
  default = []
}
